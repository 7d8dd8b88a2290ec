package dev.parley.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.pattern.CompositeConverter;
import dev.parley.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Takes secrets out of log lines by their exact values: the word `%redacted(…)` in `logback.xml`.
///
/// Logback makes the converters itself, so the values travel in its context.
public final class SecretRedaction extends CompositeConverter<ILoggingEvent> {
  private static final String KEY = SecretRedaction.class.getName();

  /// Something shorter is part of too many words; no real token is that short.
  private static final int SHORTEST = 6;

  /// Makes these values disappear from all lines that are logged from now on.
  static void hide(List<Secret> secrets) {
    if (LoggerFactory.getILoggerFactory() instanceof Context context) {
      hide(context, secrets);
    }
  }

  static void hide(Context context, List<Secret> secrets) {
    List<String> values = new ArrayList<>(hidden(context));
    secrets.stream()
        .map(Secret::reveal)
        .filter(value -> value.length() >= SHORTEST)
        .forEach(values::add);
    context.putObject(KEY, List.copyOf(values));
  }

  private static List<String> hidden(Context context) {
    return context.getObject(KEY) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  @Override
  protected String transform(ILoggingEvent event, String line) {
    String clean = line;
    for (String value : hidden(getContext())) {
      clean = clean.replace(value, "[secret]");
    }
    return clean;
  }
}
