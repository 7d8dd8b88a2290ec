package dev.parley.usage;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What one token of each kind costs, in nano-dollars. A US dollar for a million tokens is a
/// thousand nano-dollars for one.
///
/// @param input of words in the prompt
/// @param cached of a prompt, whatever its kind, that the provider had in its cache
/// @param audio of sound in the prompt
/// @param image of pictures in the prompt
/// @param video of moving pictures in the prompt; their sound is sound
/// @param output of words in the answer and of thoughts
/// @param imageOutput of pictures in the answer; empty: the model makes none that cost more than
///     words
public record Rates(
    long input,
    long cached,
    long audio,
    long image,
    long video,
    long output,
    OptionalLong imageOutput) {
  public Rates {
    long least = LongStream.of(input, cached, audio, image, video, output).min().orElse(0);
    if (Math.min(least, imageOutput.orElse(0)) < 0) {
      throw new IllegalArgumentException("prices must not be negative");
    }
  }

  /// Rates of a model for which everything costs what words cost.
  public static Rates ofText(long input, long output) {
    return new Rates(input, input, input, input, input, output, OptionalLong.empty());
  }

  /// What the tokens of one call cost, in nano-dollars.
  ///
  /// How much of the sound and of the pictures was cached is not known: the cached tokens are taken
  /// off the cheapest kind first, which gives the dearest cost that they can stand for.
  long nanos(TokenUsage usage) {
    long pictures = Math.min(usage.imageOutput(), usage.output());
    long words = (long) usage.output() - pictures + usage.thinking();
    return Math.addExact(
        Math.addExact(promptNanos(usage), Math.multiplyExact(usage.toolUse(), input)),
        Math.addExact(
            Math.multiplyExact(words, output),
            Math.multiplyExact(pictures, imageOutput.orElse(output))));
  }

  private long promptNanos(TokenUsage usage) {
    long sound = Math.min(usage.audioPrompt(), usage.prompt());
    long pictures = Math.min(usage.imagePrompt(), usage.prompt() - sound);
    long video = Math.min(usage.videoPrompt(), usage.prompt() - sound - pictures);
    long words = usage.prompt() - sound - pictures - video;
    long inCache = Math.min(usage.cached(), usage.prompt());
    List<Portion> cheapestFirst =
        Stream.of(
                new Portion(words, input),
                new Portion(pictures, image),
                new Portion(sound, audio),
                new Portion(video, this.video))
            .sorted(Comparator.comparingLong(Portion::rate))
            .toList();

    long nanos = Math.multiplyExact(inCache, cached);
    long left = inCache;
    for (Portion portion : cheapestFirst) {
      long takenOff = Math.min(left, portion.tokens);
      left -= takenOff;
      nanos = Math.addExact(nanos, Math.multiplyExact(portion.tokens - takenOff, portion.rate));
    }
    return nanos;
  }

  /// The tokens of one kind in a prompt.
  private record Portion(long tokens, long rate) {}

  /// The most that a token of a prompt can cost.
  long dearestInput() {
    return LongStream.of(input, cached, audio, image, video).max().orElse(input);
  }

  /// The most that a token of an answer can cost.
  long dearestOutput() {
    return Math.max(output, imageOutput.orElse(output));
  }
}
