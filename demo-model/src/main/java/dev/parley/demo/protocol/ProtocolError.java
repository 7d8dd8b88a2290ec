package dev.parley.demo.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An error as Google's APIs tell it: code, status, message and typed details.
public record ProtocolError(
    int code,
    String status,
    String message,
    List<ObjectNode> details,
    Map<String, String> headers) {
  private static final String TYPES = "type.googleapis.com/google.rpc.";

  public ProtocolError {
    details = List.copyOf(details);
    headers = Map.copyOf(headers);
  }

  public static ProtocolError of(int code, String message) {
    return new ProtocolError(code, statusOf(code), message, List.of(), Map.of());
  }

  /// The quota of a minute is used up; the details say when to come back.
  public static ProtocolError quotaPerMinute(Duration retryDelay) {
    return of(429, "You exceeded your current quota.")
        .withDetail(quotaFailure("GenerateRequestsPerMinutePerProjectPerModel"))
        .withDetail(retryInfo(retryDelay));
  }

  /// The quota of a day is used up. Google names a short delay here too.
  public static ProtocolError quotaPerDay(Duration retryDelay) {
    return of(429, "You exceeded your current quota.")
        .withDetail(quotaFailure("GenerateRequestsPerDayPerProjectPerModel"))
        .withDetail(retryInfo(retryDelay));
  }

  public ProtocolError withHeader(String name, String value) {
    return new ProtocolError(code, status, message, details, Map.of(name, value));
  }

  public ProtocolError withDetail(ObjectNode detail) {
    List<ObjectNode> more = new ArrayList<>(details);
    more.add(detail);
    return new ProtocolError(code, status, message, more, headers);
  }

  /// The body of the response, or the data of an event.
  public ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode error = root.putObject("error");
    error.put("code", code).put("message", message).put("status", status);
    if (!details.isEmpty()) {
      error.putArray("details").addAll(details);
    }
    return root;
  }

  private static ObjectNode retryInfo(Duration delay) {
    String seconds = String.format(Locale.ROOT, "%.3fs", delay.toMillis() / 1000.0);
    return detail("RetryInfo").put("retryDelay", seconds);
  }

  private static ObjectNode quotaFailure(String quotaId) {
    ObjectNode failure = detail("QuotaFailure");
    failure
        .putArray("violations")
        .addObject()
        .put("quotaMetric", "generativelanguage.googleapis.com/generate_content_requests")
        .put("quotaId", quotaId);
    return failure;
  }

  private static ObjectNode detail(String type) {
    return JsonNodeFactory.instance.objectNode().put("@type", TYPES + type);
  }

  private static String statusOf(int code) {
    return switch (code) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 405 -> "UNIMPLEMENTED";
      case 429 -> "RESOURCE_EXHAUSTED";
      case 503 -> "UNAVAILABLE";
      case 504 -> "DEADLINE_EXCEEDED";
      default -> "INTERNAL";
    };
  }
}
