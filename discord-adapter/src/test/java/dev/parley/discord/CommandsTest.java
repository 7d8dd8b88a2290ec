package dev.parley.discord;

import static dev.parley.command.CommandSpec.Access;
import static dev.parley.command.CommandSpec.Visibility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.command.ImagineCommand;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.Permission;
import dev.parley.testkit.discord.RecordedCall;
import dev.parley.testkit.discord.SharedFile;
import dev.parley.testkit.platform.RecordingHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A slash command in Discord")
@Timeout(60)
final class CommandsTest {
  private static final String PUT = "PUT /applications/{}/commands";
  private static final CommandSpec SHOW =
      new CommandSpec(
          List.of("session", "show"),
          "Shows the session",
          List.of(),
          Visibility.ASKER,
          Access.EVERYONE);
  private static final CommandSpec MODEL =
      new CommandSpec(
          List.of("model"),
          "Says which model answers",
          List.of(
              CommandOption.choice("scope", "Where", false, List.of("here", "everywhere")),
              CommandOption.suggested("name", "The model's name", true)),
          Visibility.EVERYONE,
          Access.MANAGERS);

  private static final CommandSpec FORGET =
      new CommandSpec(
          List.of("forget-me"), "Forgets", List.of(), Visibility.ASKER, Access.EVERYONE);

  private static final CommandSpec IMAGINE = new ImagineCommand().spec();

  private final DiscordHarness harness = DiscordHarness.unlimited();
  private final RecordingHandler core = new RecordingHandler(SHOW, MODEL, FORGET, IMAGINE);

  @BeforeEach
  void start() {
    harness.started(harness.settings(), core);
    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> harness.discord.calls(PUT).stream().anyMatch(RecordedCall::ok));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private JsonNode registered(String name) {
    return harness.discord.commands().stream()
        .filter(command -> command.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode nodes, String field) {
    return nodes.findValuesAsText(field);
  }

  private static List<Integer> numbers(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asInt).toList();
  }

  private List<String> lines() {
    return core.lines().stream().map(RecordingHandler.Line::text).toList();
  }

  @Test
  @DisplayName("is registered with its sub-commands, options, choices, rights and places")
  void registered() {
    JsonNode model = registered("model");

    assertThat(registered("session").path("options").path(0).path("name").asText())
        .isEqualTo("show");
    assertThat(model.path("options").path(0).path("name").asText()).isEqualTo("name");
    assertThat(model.path("options").path(0).path("required").asBoolean()).isTrue();
    assertThat(model.path("options").path(0).path("autocomplete").asBoolean()).isTrue();
    assertThat(texts(model.path("options").path(1).path("choices"), "value"))
        .containsExactly("here", "everywhere");
    assertThat(model.path("default_member_permissions").asText()).isEqualTo("32");
    assertThat(numbers(model.path("contexts"))).containsExactly(0, 1);
    assertThat(numbers(model.path("integration_types"))).containsExactly(0);
    assertThat(numbers(registered("ask").path("contexts"))).containsExactly(0, 1, 2);
    assertThat(numbers(registered("ask").path("integration_types"))).containsExactly(0, 1);
    assertThat(numbers(registered("forget-me").path("contexts"))).containsExactly(0, 1, 2);
    assertThat(numbers(registered("forget-me").path("integration_types"))).containsExactly(0, 1);
    assertThat(texts(registered("ask").path("options"), "name"))
        .containsExactly("question", "file", "private");
    assertThat(texts(registered("imagine").path("options"), "name"))
        .containsExactly("prompt", "file", "private");
    assertThat(numbers(registered("imagine").path("contexts"))).containsExactly(0, 1, 2);
  }

  @Test
  @DisplayName("that Discord knows as it is, is not registered again")
  void secondStart() {
    harness.started(harness.settings(), new RecordingHandler(SHOW, MODEL, FORGET, IMAGINE));

    await()
        .atMost(DiscordHarness.LIMIT)
        .until(() -> harness.discord.calls("GET /applications/{}/commands").size() == 2);
    assertThat(harness.discord.calls(PUT)).hasSize(1);
  }

  @Test
  @DisplayName("of an older version is removed")
  void older() {
    harness.started(harness.settings(), new RecordingHandler(SHOW));

    await().atMost(DiscordHarness.LIMIT).until(() -> harness.discord.calls(PUT).size() == 2);
    assertThat(harness.discord.commands())
        .extracting(command -> command.path("name").asText())
        .containsExactlyInAnyOrder("ask", "session", "Ask about this", "Summarise from here");
  }

  @Test
  @DisplayName("is answered for the eyes of who typed it, or for all, as it is declared")
  void visibility() {
    DiscordPerson boss = harness.guild.person("Boss", Permission.MANAGE_GUILD);

    Interaction show = harness.ann.slash(harness.general, "session show");
    Interaction model =
        boss.slash(harness.general, "model", Map.of("name", "flash", "scope", "here"));

    assertThat(show.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    assertThat(model.awaitText(DiscordHarness.LIMIT)).isEqualTo("Done.");
    assertThat(show.ephemeral()).isTrue();
    assertThat(model.ephemeral()).isFalse();
    assertThat(lines()).containsExactlyInAnyOrder("/session show", "/model");
    assertThat(core.lines())
        .filteredOn(line -> line.text().equals("/model"))
        .allMatch(line -> line.context().mayManage())
        .extracting(line -> line.context().options())
        .containsExactly(Map.of("name", "flash", "scope", "here"));
    assertThat(core.lines())
        .filteredOn(line -> line.text().equals("/session show"))
        .noneMatch(line -> line.context().mayManage());
  }

  @Test
  @DisplayName("for those who manage is not seen by others")
  void managers() {
    assertThatThrownBy(() -> harness.ann.slash(harness.general, "model", Map.of("name", "x")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("is whole in several messages, all for the same eyes; beyond five it is a file")
  void longReply() {
    core.answerCommandsWith(Reply.answer(paragraphs(90)));
    Interaction several = harness.ann.slash(harness.general, "session show");
    await().atMost(DiscordHarness.LIMIT).until(() -> several.followUps().size() >= 2);
    core.answerCommandsWith(Reply.answer(paragraphs(500)));
    Interaction file = harness.ann.slash(harness.general, "session show");

    assertThat(file.awaitText(DiscordHarness.LIMIT)).contains("All of it is in the file.");
    assertThat(several.followUps()).allMatch(it -> it.ephemeral());
    assertThat(file.shown().orElseThrow().files())
        .singleElement()
        .extracting("name")
        .isEqualTo("reply.md");
  }

  private static String paragraphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Paragraph " + i + " says a few words that fill the room it was given.")
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  @DisplayName("/ask is a question with a file, seen by all or by the asker only")
  void asks() {
    Interaction open =
        harness.ann.slash(harness.general, "ask", Map.of("question", "What is new?"));
    Interaction hidden =
        harness.ann.slash(
            harness.general, "ask", Map.of("question", "And for me?", "private", true));

    InboundMessage heard = Asked.heard(core, open.id()).message;
    assertThat(heard.text()).isEqualTo("What is new?");
    assertThat(heard.addressing()).isEqualTo(Addressing.MENTION);
    assertThat(heard.author().name()).isEqualTo("Ann");
    assertThat(heard.forAskerAlone()).isFalse();
    InboundMessage whispered = Asked.heard(core, hidden.id()).message;
    assertThat(whispered.text()).isEqualTo("And for me?");
    assertThat(whispered.forAskerAlone()).isTrue();
    assertThat(open.deferred()).isTrue();
    assertThat(open.ephemeral()).isFalse();
    assertThat(hidden.ephemeral()).isTrue();
  }

  @Test
  @DisplayName(
      "/imagine wishes a picture, of a file where there is one, seen by all or by the asker")
  void wishes() {
    SharedFile photo = new SharedFile("photo.png", "image/png", new byte[] {1});
    Interaction open =
        harness.ann.slash(
            harness.general, "imagine", Map.of("prompt", "make the sky red", "file", photo));
    Interaction hidden =
        harness.ann.slash(harness.general, "imagine", Map.of("prompt", "a fox", "private", true));

    InboundMessage heard = Asked.heard(core, open.id()).message;
    assertThat(heard.wish()).isEqualTo(Wish.PICTURE);
    assertThat(heard.text()).isEqualTo("make the sky red");
    assertThat(heard.attachments()).extracting(AttachmentRef::name).containsExactly("photo.png");
    assertThat(Asked.heard(core, hidden.id()).message.wish()).isEqualTo(Wish.PICTURE);
    assertThat(open.ephemeral()).isFalse();
    assertThat(hidden.ephemeral()).isTrue();
    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName("says plainly that the memory is away, or that too much waits")
  void storeAway() {
    core.become(RecordingHandler.Mood.STORE_AWAY);
    Interaction away = harness.ann.slash(harness.general, "ask", Map.of("question", "hi"));
    assertThat(away.awaitText(DiscordHarness.LIMIT)).contains("cannot reach my memory");

    core.become(RecordingHandler.Mood.FULL);
    Interaction full = harness.ann.slash(harness.general, "ask", Map.of("question", "hi"));
    assertThat(full.awaitText(DiscordHarness.LIMIT)).contains("Too many questions wait");
  }

  @Test
  @DisplayName("offers what the core suggests while people type, as far as Discord shows it")
  void completes() {
    core.suggest(IntStream.range(0, 40).mapToObj(i -> "model-" + i).toArray(String[]::new));
    DiscordPerson boss = harness.guild.person("Boss", Permission.MANAGE_GUILD);

    List<Interaction.Choice> offered =
        boss.completes(harness.general, "model", "name", "mo").awaitChoices(DiscordHarness.LIMIT);

    assertThat(offered).hasSize(25);
    assertThat(offered.getFirst().value()).isEqualTo("model-0");
  }

  @Test
  @DisplayName("is done once where two instances hear of it")
  void twoInstances() {
    RecordingHandler other = new RecordingHandler(SHOW, MODEL, FORGET);
    harness.started(harness.settings(), other);

    List<Interaction> typed =
        IntStream.range(0, 5)
            .mapToObj(_ -> harness.ann.slash(harness.general, "session show"))
            .toList();

    assertThat(typed).allMatch(it -> it.awaitText(DiscordHarness.LIMIT).equals("Done."));
    assertThat(core.lines().size() + other.lines().size()).isEqualTo(5);
    assertThat(typed).allMatch(it -> it.followUps().isEmpty());
  }
}
