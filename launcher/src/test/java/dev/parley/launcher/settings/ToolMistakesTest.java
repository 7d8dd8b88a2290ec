package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files that declare tools")
class ToolMistakesTest {
  private static final String NOTE =
      """
      name: note
      description: Takes a note.
      parameters:
        type: object
        properties:
          text: {type: string}
          room: {type: string, default: all}
        required: [text]
      steps:
        - url: https://notes.example.org/v1/{room}
      """;

  @TempDir Path folder;

  @BeforeEach
  void settings() throws IOException {
    Files.createDirectories(folder.resolve("config/tools"));
    Files.writeString(folder.resolve("config/parley.yaml"), "");
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve("config/tools").resolve(name), yaml);
  }

  private List<String> mistakes() {
    SettingsException mistaken =
        catchThrowableOfType(
            SettingsException.class, () -> new SettingsFile(Map.of(), folder).read());
    return mistaken.mistakes().stream()
        .map(mistake -> mistake.toString().replace(folder + "/config/tools/", ""))
        .toList();
  }

  @Test
  @DisplayName("tell all their mistakes at once, each with its file and what would be right")
  void allAtOnce() throws IOException {
    write(
        "a.yaml",
        """
        nmae: note
        description: ""
        parameters: {type: objekt}
        time-limit: soon
        steps:
          - url: https://{where}.example.org/
            select: "results["
            quary: {a: b}
          - headers: {Host: x, "X Y": z, X-Line: "a\\nb"}
            url: https://example.org/{step3}
            body: {json: {}, text: ""}
        """);
    write("b.yaml", "name: [");
    write("c.yaml", "name: two\nname: three\n");
    write(
        "d.yaml",
        """
        name: "no name"
        description: x
        effect: read
        words: {sky: {0: clear}}
        steps:
          - name: first
            url: https://example.org/{a
          - name: first
            url: https://example.org/
            query: {a: "{first.x | skies}", b: "${}"}
            body: {text: "<a>{first.x}</a>", media-type: application/xml}
            method: POST
          - url: https://example.org/
            body: {form: {a: b}}
        result: {a: {b: ["{nobody}", "${KEY}"]}}
        """);

    assertThat(mistakes())
        .contains(
            "a.yaml: nmae is not a setting; did you mean name?",
            "a.yaml: name is missing; write what the model calls it",
            "a.yaml: description is missing; write when the model should use it",
            "a.yaml: parameters needs type: object, and the arguments below properties",
            "a.yaml: time-limit is \"soon\" but needs a time from 100ms to 10m, such as 10s",
            "a.yaml: steps[1].url must have no placeholder in its scheme, host or port; write a /"
                + " before the first one",
            "a.yaml: steps[1].url has {where}, which is no argument and no step before it",
            "a.yaml: steps[1].quary is not a setting; did you mean query?",
            "a.yaml: steps[2].url has {step3}, which is no argument and no step before it; did you"
                + " mean step1?",
            "a.yaml: steps[2].headers.Host must not be set; the client says it itself",
            "a.yaml: steps[2].headers.X Y is not a header's name",
            "a.yaml: steps[2].headers.X-Line must be one line of ASCII characters",
            "a.yaml: steps[2].body needs exactly one of json, form and text",
            "c.yaml: name is there twice (line 2); keep one of them",
            "d.yaml: name is \"no name\" but needs up to 64 letters, digits, _, - and ., a letter or"
                + " _ first",
            "d.yaml: effect is \"read\" but needs one of changes, reads, sets",
            "d.yaml: steps[1].url has a { that belongs to no placeholder such as {name}; write {{"
                + " for a literal one",
            "d.yaml: steps[2].name is first, as an argument or a step before it",
            "d.yaml: steps[2].query.a names the words skies, which are not there",
            "d.yaml: steps[2].query.b has a ${ that is not ${NAME} or ${NAME:-default}; write $${"
                + " for a literal one",
            "d.yaml: steps[3].body is there, but GET sends none; write another method",
            "d.yaml: result.a.b[1] has {nobody}, which is no argument and no step before it; there"
                + " is first, step3",
            "d.yaml: result.a.b[2] has {KEY}, which is no argument and no step before it; there is"
                + " first, step3")
        .anyMatch(mistake -> mistake.startsWith("a.yaml: steps[1].select is not JMESPath"))
        .anyMatch(mistake -> mistake.startsWith("b.yaml: the file is not YAML"))
        .anyMatch(mistake -> mistake.startsWith("d.yaml: steps[2].body.text has a placeholder,"))
        .hasSize(26);
  }

  @Test
  @DisplayName("name private machines by hosts, and so do the settings")
  void hosts() throws IOException {
    write("a.yaml", NOTE + "private-hosts: [a.local, \"http://b.local\"]\n");
    Files.writeString(
        folder.resolve("config/parley.yaml"), "tools: {private-hosts: \"c.local/x\"}");

    assertThat(mistakes())
        .containsExactly(
            "tools.private-hosts names \"c.local/x\" but needs hosts, such as tracker.internal or"
                + " 10.0.0.5:8080",
            "a.yaml: private-hosts names \"http://b.local\" but needs hosts, such as"
                + " tracker.internal or 10.0.0.5:8080");
  }

  @Test
  @DisplayName("have names of their own")
  void names() throws IOException {
    write("a.yaml", NOTE);
    write("b.yaml", NOTE);

    assertThat(mistakes())
        .singleElement()
        .asString()
        .startsWith("b.yaml: name is note, as in ")
        .contains("a.yaml already");
  }

  @Test
  @DisplayName("cannot do without arguments that stand in their path")
  void needed() throws IOException {
    write("a.yaml", NOTE.replace(", default: all", ""));

    assertThat(mistakes())
        .containsExactly(
            "a.yaml: steps[1] cannot do without {room}; list room below parameters.required, or give"
                + " it a default");
  }

  @Test
  @DisplayName("have parameters that are a JSON Schema")
  void schema() throws IOException {
    write("a.yaml", NOTE.replace("{type: string}", "{type: words}"));

    assertThat(mistakes())
        .singleElement()
        .asString()
        .startsWith("a.yaml: parameters should be a JSON Schema, but is none: at /properties/text");
  }
}
