package dev.parley.testkit.platform;

import dev.parley.platform.Marks;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Marks in memory")
class InMemoryMarksTest extends MarksContract {
  private final Marks marks = new InMemoryMarks();

  @Override
  protected Marks marks() {
    return marks;
  }
}
