package dev.parley.web;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the web chat and its HTTP server behave.
///
/// @param host the address to listen at; loopback unless said otherwise
/// @param port the port to listen at; 0 for any free one
/// @param allowedHosts names besides loopback and plain addresses that the server answers to
/// @param botName what the bot is called in the rooms
/// @param notice a sentence that the page shows at its top, such as which model answers
/// @param everyoneManages whether everybody who reaches the page may change a room's settings
/// @param limits what one caller may ask for
/// @param files which files people may send
/// @param pace how often things are shown and looked at
public record WebSettings(
    String host,
    int port,
    List<String> allowedHosts,
    String botName,
    Optional<String> notice,
    boolean everyoneManages,
    Limits limits,
    AttachmentSettings files,
    Pace pace) {
  public static final WebSettings DEFAULTS =
      new WebSettings(
          "127.0.0.1",
          8080,
          List.of(),
          "Parley",
          Optional.empty(),
          true,
          Limits.DEFAULTS,
          AttachmentSettings.DEFAULTS,
          Pace.DEFAULTS);

  public WebSettings {
    allowedHosts = List.copyOf(allowedHosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
  }

  /// What one caller may ask for.
  ///
  /// @param largestBody the most bytes of a request's body
  /// @param longestMessage the most characters of one message
  /// @param mostPosts the most posts that one reading of a room gives
  /// @param mostCalls how many calls of the chat API run at once
  public record Limits(int largestBody, int longestMessage, int mostPosts, int mostCalls) {
    public static final Limits DEFAULTS = new Limits(1_000_000, 32_000, 300, 64);

    public Limits {
      if (Math.min(Math.min(largestBody, longestMessage), Math.min(mostPosts, mostCalls)) < 1) {
        throw new IllegalArgumentException("each limit is at least 1");
      }
      if (longestMessage > InboundMessage.MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "a message has at most " + InboundMessage.MOST_CHARACTERS + " characters");
      }
    }
  }

  /// How often things are shown and looked at.
  ///
  /// @param draftInterval the least time between two states of a growing answer
  /// @param lookInterval how often a followed room is read even where nothing was heard
  /// @param heartbeat how often a silent stream of events says that it is alive
  public record Pace(Duration draftInterval, Duration lookInterval, Duration heartbeat) {
    public static final Pace DEFAULTS =
        new Pace(Duration.ofMillis(120), Duration.ofSeconds(3), Duration.ofSeconds(15));
  }

  public WebSettings withPort(int newPort) {
    return new WebSettings(
        host, newPort, allowedHosts, botName, notice, everyoneManages, limits, files, pace);
  }

  public WebSettings withAllowedHosts(List<String> newHosts) {
    return new WebSettings(
        host, port, newHosts, botName, notice, everyoneManages, limits, files, pace);
  }

  public WebSettings withNotice(String newNotice) {
    Optional<String> told = Optional.of(newNotice);
    return new WebSettings(
        host, port, allowedHosts, botName, told, everyoneManages, limits, files, pace);
  }

  public WebSettings withLimits(Limits newLimits) {
    return new WebSettings(
        host, port, allowedHosts, botName, notice, everyoneManages, newLimits, files, pace);
  }

  public WebSettings withFiles(AttachmentSettings newFiles) {
    return new WebSettings(
        host, port, allowedHosts, botName, notice, everyoneManages, limits, newFiles, pace);
  }

  public WebSettings withPace(Pace newPace) {
    return new WebSettings(
        host, port, allowedHosts, botName, notice, everyoneManages, limits, files, newPace);
  }
}
