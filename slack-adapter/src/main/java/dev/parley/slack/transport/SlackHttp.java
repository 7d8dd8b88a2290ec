package dev.parley.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.slack.api.SlackCallException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests by which Slack tells of events, commands and pressed buttons.
///
/// Whatever could not be stored is answered with an error, so that Slack sends it again.
public final class SlackHttp {
  private static final Logger LOG = LoggerFactory.getLogger(SlackHttp.class);
  private static final Response NOT_SIGNED = new Response(401, "text/plain", "not signed by Slack");
  private static final Response NOT_UNDERSTOOD = new Response(400, "text/plain", "not understood");
  private static final Response LATER = new Response(503, "text/plain", "please come again");
  private static final Response BROKEN = new Response(500, "text/plain", "something went wrong");

  private final SignatureCheck signatures;
  private final SlackRequestParser parser;
  private final App app;
  private volatile boolean open;

  public SlackHttp(SignatureCheck signatures, App app) {
    this.signatures = signatures;
    this.parser = new SlackRequestParser(app.config());
    this.app = app;
  }

  /// A request as it came.
  ///
  /// @param headers by their names, in any case
  @SuppressWarnings("ArrayRecordComponent") // signed byte by byte, and never compared
  public record Request(
      String path, Map<String, List<String>> headers, byte[] body, String remoteAddress) {}

  /// What is answered.
  public record Response(int status, String contentType, String body) {}

  /// Begins to take events.
  public void open() {
    open = true;
  }

  /// Takes no more: Slack is asked to come again, to another instance or later.
  public void close() {
    open = false;
  }

  /// Blocks until what the request tells is stored.
  public Response handle(Request request) {
    RequestHeaders headers = new RequestHeaders(request.headers());
    if (!signatures.accepts(
        header(headers, "X-Slack-Request-Timestamp"),
        header(headers, "X-Slack-Signature"),
        request.body())) {
      return NOT_SIGNED;
    }
    return open ? told(request, headers) : LATER;
  }

  private static String header(RequestHeaders headers, String name) {
    return Optional.ofNullable(headers.getFirstValue(name)).orElse("");
  }

  private Response told(Request request, RequestHeaders headers) {
    try {
      return parsed(request, headers).map(this::run).orElse(NOT_UNDERSTOOD);
    } catch (StoreUnavailableException | SlackCallException away) {
      LOG.warn("Slack has to send an event again: {}", away.getMessage());
      return LATER;
    } catch (RuntimeException defect) {
      LOG.error("an event of Slack's could not be handled", defect);
      return BROKEN;
    }
  }

  private Optional<com.slack.api.bolt.request.Request<?>> parsed(
      Request request, RequestHeaders headers) {
    return Optional.ofNullable(
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .requestUri(request.path())
                .queryString(Map.of())
                .requestBody(new String(request.body(), UTF_8))
                .headers(headers)
                .remoteAddress(request.remoteAddress())
                .build()));
  }

  private Response run(com.slack.api.bolt.request.Request<?> request) {
    try {
      com.slack.api.bolt.response.Response response = app.run(request);
      return new Response(
          response.getStatusCode(),
          Optional.ofNullable(response.getContentType()).orElse("text/plain"),
          Optional.ofNullable(response.getBody()).orElse(""));
    } catch (RuntimeException problem) {
      throw problem;
    } catch (Exception broken) {
      throw new IllegalStateException("Bolt could not handle a request", broken);
    }
  }
}
