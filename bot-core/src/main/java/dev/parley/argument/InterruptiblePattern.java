package dev.parley.argument;

import com.networknt.schema.regex.RegularExpression;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern of a schema. Some take for ever on some texts; looking for one ends when the thread is
/// interrupted, as it is when the time of a tool call is over.
final class InterruptiblePattern implements RegularExpression {
  private final Pattern pattern;
  private final boolean toTheEnd;

  InterruptiblePattern(String pattern) {
    this.pattern = Pattern.compile(pattern);
    // Java's own $ also matches before a last line break, that of JSON Schema does not.
    this.toTheEnd = pattern.endsWith("$") && !pattern.endsWith("\\$");
  }

  @Override
  public boolean matches(String value) {
    Matcher matcher = pattern.matcher(new Watched(value));
    while (matcher.find()) {
      if (!toTheEnd || matcher.end() == value.length()) {
        return true;
      }
    }
    return false;
  }

  private record Watched(String text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while a pattern was looked for");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text.substring(start, end));
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
