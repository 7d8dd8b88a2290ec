package dev.parley.testkit.slack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Delivers by signed requests to one of the bot's addresses (docs.slack.dev, "Events API").
final class HttpRoute implements DeliveryRoute {
  private final HttpClient client;
  private final List<URI> addresses;
  private final SlackApp app;
  private final Duration ackWithin;
  private final Ids ids;

  HttpRoute(HttpClient client, List<URI> addresses, SlackApp app, Duration ackWithin, Ids ids) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("events need at least one address to go to");
    }
    this.client = client;
    this.addresses = List.copyOf(addresses);
    this.app = app;
    this.ackWithin = ackWithin;
    this.ids = ids;
  }

  @Override
  public Result attempt(Envelope envelope, int retry, String reason) throws InterruptedException {
    URI address = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
    try {
      HttpResponse<String> response =
          client.send(request(address, envelope, retry, reason), BodyHandlers.ofString());
      boolean ok = response.statusCode() / 100 == 2;
      boolean enough = response.headers().firstValue("x-slack-no-retry").orElse("").equals("1");
      return result(address, ok ? "ok" : "http_error", response.body(), !ok && !enough);
    } catch (HttpTimeoutException e) {
      return result(address, "http_timeout", "", true);
    } catch (ConnectException e) {
      return result(address, "connection_failed", "", true);
    } catch (IOException e) {
      return result(address, "unknown_error", "", true);
    }
  }

  private HttpRequest request(URI address, Envelope envelope, int retry, String reason) {
    String body = envelope.body();
    long now = ids.now().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ackWithin)
            .header("Content-Type", envelope.contentType())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", Long.toString(now))
            .header("X-Slack-Signature", SlackSignature.of(app.signingSecret(), now, body))
            .POST(BodyPublishers.ofString(body));
    if (retry > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(retry));
      request.header("X-Slack-Retry-Reason", reason);
    }
    return request.build();
  }

  private static Result result(URI address, String outcome, String answer, boolean retryable) {
    return new Result(new Delivery.Attempt(address.toString(), outcome, answer), retryable);
  }
}
