package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

@Label("The name of a server's tool")
class ToolNameProperties {
  private static final Pattern KNOWN = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.-]{0,63}");

  @Property(tries = 500)
  @Label("is one that a model can be told, whatever the tool is called")
  void always(@ForAll @NotEmpty String tool) {
    assertThat(ToolName.of("some-server-of-24-letter", tool)).matches(KNOWN);
  }
}
