package dev.parley.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.tool.ToolCall;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The arguments of a call, shown to whoever decides about it,")
class CallTextTest {
  private static CallText text(String value) {
    return CallText.of(
        new ToolCall("c1", "send_mail", JsonNodeFactory.instance.objectNode().put("to", value)));
  }

  @Test
  @DisplayName("are a block of code with line breaks")
  void block() {
    assertThat(text("ann@example.org").block())
        .isEqualTo("```json\n{\n  \"to\" : \"ann@example.org\"\n}\n```");
  }

  @Test
  @DisplayName("cannot end their block early")
  void fences() {
    String block = text("x```` y").block();

    assertThat(block).startsWith("`````json\n").endsWith("\n`````");
  }

  @Test
  @DisplayName("show what is written backwards or cannot be seen as what it is")
  void unseen() {
    assertThat(text("a\u202Eb\u200Bc\u2028d").whole()).contains("a\\u202eb\\u200bc\\u2028d");
    assertThat(text("grüße 👋").whole()).contains("grüße 👋");
  }

  @Test
  @DisplayName("are cut where they are long, and say so")
  void cut() {
    CallText fits = text("y".repeat(1_000));
    CallText more = text("👋".repeat(1_000));
    CallText lines = CallText.of(new ToolCall("c1", "many", many()));

    assertThat(fits.isLong()).isFalse();
    assertThat(more.isLong()).isTrue();
    assertThat(more.whole()).hasSizeGreaterThan(2_000);
    assertThat(more.block()).hasSizeLessThan(1_300).endsWith("\n…\n```");
    assertThat(more.block().chars().filter(unit -> Character.isHighSurrogate((char) unit)).count())
        .isEqualTo(
            more.block().chars().filter(unit -> Character.isLowSurrogate((char) unit)).count());
    assertThat(lines.isLong()).isTrue();
    assertThat(lines.block().lines().count()).isLessThan(40);
  }

  private static JsonNode many() {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    for (int number = 0; number < 50; number++) {
      numbers.add(number);
    }
    return JsonNodeFactory.instance.objectNode().set("numbers", numbers);
  }
}
