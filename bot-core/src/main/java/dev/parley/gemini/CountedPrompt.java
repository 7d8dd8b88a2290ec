package dev.parley.gemini;

import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.CountTokensConfig;
import com.google.genai.types.CountTokensResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import dev.parley.model.ModelRequest;
import dev.parley.model.PromptCount;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Gemini count a prompt, which is free ("Understand and count tokens"). Its method takes what
/// was said only: the instruction is counted as if somebody had said it, and tools are reckoned by
/// their bytes, and what Gemini's own tools find by an allowance. A margin stands for what else
/// may surround them.
final class CountedPrompt implements PromptCount {
  private static final Logger LOG = LoggerFactory.getLogger(CountedPrompt.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MARGIN = 64;
  private static final int MARGIN_PERCENT = 2;

  private final Client client;
  private final RequestMapper mapper;
  private final RunningRequest running;

  CountedPrompt(Client client, RequestMapper mapper, RunningRequest running) {
    this.client = client;
    this.mapper = mapper;
    this.running = running;
  }

  @Override
  public OptionalLong mostPromptTokens() {
    try {
      CountTokensResponse counted =
          ScopedValue.where(LiveCall.CURRENT, running.live()).call(this::counted);
      return counted
          .totalTokens()
          .map(this::withMargin)
          .map(OptionalLong::of)
          .orElseGet(this::none);
    } catch (RuntimeException failed) {
      LOG.info(
          "{} did not count a prompt: {}",
          running.model(),
          ErrorMapper.map(failed, running.live().retryAfter()).getMessage());
      return OptionalLong.empty();
    }
  }

  private OptionalLong none() {
    LOG.info("{} did not say how long a prompt is", running.model());
    return OptionalLong.empty();
  }

  private long withMargin(int tokens) {
    return tokens
        + Math.ceilDiv((long) tokens * MARGIN_PERCENT, 100)
        + MARGIN
        + PromptBound.ofTools(running.request())
        + mapper.own(running.request()).tokens();
  }

  private CountTokensResponse counted() {
    Duration left = running.deadline().left();
    Duration limit = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    HttpOptions http = HttpOptions.builder().timeout((int) Math.max(1, limit.toMillis())).build();
    return client.models.countTokens(
        running.model(),
        contents(running.request()),
        CountTokensConfig.builder().httpOptions(http).build());
  }

  private List<Content> contents(ModelRequest request) {
    Stream<Content> instruction =
        Stream.of(request.system())
            .filter(text -> !text.isBlank())
            .map(text -> Content.builder().role("user").parts(Part.fromText(text)).build());
    return Stream.concat(instruction, mapper.contents(request).stream()).toList();
  }
}
