package dev.parley.launcher.settings;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// Settings that cannot be used; holds all mistakes, not only the first.
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  public SettingsException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
