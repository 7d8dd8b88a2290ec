package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bot's lifetime")
class LifetimeTest {
  private final List<String> happened = new ArrayList<>();
  private final Lifetime lifetime = new Lifetime();

  private AutoCloseable part(String name) {
    return () -> happened.add(name + " closed");
  }

  @Test
  @DisplayName("ends by draining first, then closing the last part first")
  void order() {
    lifetime.holds("store", part("store"));
    lifetime.drains("turns", () -> happened.add("turns drained"));
    lifetime.holds("web", part("web"));

    lifetime.close();
    lifetime.close();

    assertThat(happened).containsExactly("turns drained", "web closed", "store closed");
  }

  @Test
  @DisplayName("ends the other parts where one fails to end")
  void failure() {
    lifetime.holds("store", part("store"));
    lifetime.holds(
        "web",
        () -> {
          throw new IllegalStateException("stuck");
        });
    lifetime.drains(
        "turns",
        () -> {
          throw new InterruptedException();
        });

    lifetime.close();
    boolean interrupted = Thread.interrupted();

    assertThat(happened).containsExactly("store closed");
    assertThat(interrupted).isTrue();
  }

  @Test
  @DisplayName("closes a part at once that is started when the end has come")
  void tooLate() {
    lifetime.close();

    assertThatThrownBy(() -> lifetime.holds("web", part("web")))
        .isInstanceOf(StartException.class)
        .hasMessage("Parley is stopped before it has started.");
    assertThat(happened).containsExactly("web closed");
  }
}
