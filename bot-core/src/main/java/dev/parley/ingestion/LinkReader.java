package dev.parley.ingestion;

import dev.parley.attachment.DocumentReader;
import dev.parley.fetch.FetchRequest;
import dev.parley.fetch.Fetched;
import dev.parley.fetch.Fetcher;
import dev.parley.fetch.WebAddress;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.page.PageReader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads pages and files of the web.
final class LinkReader {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "text/html,application/xhtml+xml,text/markdown,*/*;q=0.8");

  /// The host has too much to do (RFC 9110, RFC 6585).
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private static final Set<Integer> MISSING = Set.of(404, 410);
  private static final Set<Integer> LOCKED = Set.of(401, 403, 407, 451);

  private final Fetcher fetcher;
  private final PageReader pages;
  private final int mostBytes;

  LinkReader(Fetcher fetcher, DocumentReader documents, KnowledgeSettings settings) {
    this.fetcher = fetcher;
    this.pages = new PageReader(documents, settings.documentCharacters());
    this.mostBytes = Math.toIntExact(settings.documentBytes());
  }

  /// What is at an address. Blocks; an interrupt ends it.
  Reading read(String address) {
    return WebAddress.parse(address)
        .map(this::fetched)
        .orElseGet(() -> new Reading.Unreadable(Reading.because("it is no address of the web")));
  }

  private Reading fetched(URI address) {
    FetchRequest request =
        new FetchRequest(
            "GET", address, HEADERS, Optional.empty(), mostBytes, TIME_LIMIT, Set.of());
    return switch (fetcher.fetch(request)) {
      case Fetched.Answer answer when answer.isSuccess() -> read(answer);
      case Fetched.Answer answer -> refused(answer);
      case Fetched.Refused(String reason) -> new Reading.Unreadable(reason);
      case Fetched.Failed(String reason) -> new Reading.NotNow(reason, Optional.empty());
    };
  }

  private static Reading refused(Fetched.Answer answer) {
    int status = answer.status();
    if (MISSING.contains(status)) {
      return new Reading.Missing(
          Reading.because("there is nothing at this address (HTTP status " + status + ")"));
    }
    if (LATER.contains(status) || status >= 500) {
      return new Reading.NotNow(
          Reading.because("its host answers with HTTP status " + status),
          answer.retryAfter().flatMap(LinkReader::wait));
    }
    return new Reading.Unreadable(
        Reading.because(
            LOCKED.contains(status)
                ? "its host does not let me read it (HTTP status " + status + ")"
                : "its host answers with HTTP status " + status));
  }

  private static Optional<Duration> wait(String seconds) {
    return Optional.of(seconds.strip())
        .filter(number -> number.matches("\\d{1,7}"))
        .map(number -> Duration.ofSeconds(Long.parseLong(number)))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private Reading read(Fetched.Answer answer) {
    if (answer.cut()) {
      return new Reading.Unreadable(
          Reading.because("it is larger than " + Amounts.bytes(mostBytes)));
    }
    String name = name(answer.address());
    FileKind kind =
        FileKind.told(answer.mediaType().orElse(""))
            .or(() -> FileKind.named(name))
            .orElse(FileKind.PLAIN);
    return FileReader.said(pages.read(answer), name, kind);
  }

  /// The file that it is, else its address without the beginning that all have.
  private static String name(URI address) {
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    String last = path.substring(path.lastIndexOf('/') + 1);
    String whole = address.toString().replaceFirst("^https?://", "").replaceFirst("/$", "");
    return last.indexOf('.') > 0 ? decoded(last) : whole;
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }
}
