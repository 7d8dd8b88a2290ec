package dev.parley.testkit.discord;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person says: words, files, and what it replies to.
///
/// @param to what it replies to, if anything
/// @param calls whether the author of that is notified
public record Remark(
    String text, List<SharedFile> files, @Nullable DiscordMessage to, boolean calls) {
  public Remark {
    files = List.copyOf(files);
  }

  public static Remark of(String text) {
    return new Remark(text, List.of(), null, true);
  }

  public Remark with(SharedFile... attached) {
    return new Remark(text, List.of(attached), to, calls);
  }

  /// In reply to a message, whose author is notified.
  public Remark inReplyTo(DiscordMessage message) {
    return new Remark(text, files, message, true);
  }

  /// In reply to a message, without a ping.
  public Remark quietlyInReplyTo(DiscordMessage message) {
    return new Remark(text, files, message, false);
  }

  Optional<DiscordMessage> target() {
    return Optional.ofNullable(to);
  }
}
