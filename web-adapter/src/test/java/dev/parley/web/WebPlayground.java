package dev.parley.web;

import dev.parley.attachment.UploadSettings;
import dev.parley.attachment.Uploads;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.platform.FileContents;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import dev.parley.testkit.attachment.InMemoryUploads;
import dev.parley.testkit.platform.RecordingHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The page with a bot that only recites, to look at while working on it: run this, open the
/// address that it logs.
///
/// `fail`, `refuse` and `slow` in a message show failures, notices with buttons and a long wait; a
/// file given as the second argument takes the store away as long as it exists.
public final class WebPlayground {
  private static final Duration PACE = Duration.ofMillis(28);
  private static final String RECITAL =
      """
      Here is a short tour of what an answer can hold.

      ### Words

      *Virtual threads* make blocking code cheap, so **a turn can simply wait** for its model. \
      See the [project's page](https://openjdk.org/projects/loom/) for the whole story.

      1. Accept the message
      2. Run the turn
      3. Post the answer, exactly once

      > Simple things should be simple, complex things should be possible.

      ### Code

      ```java
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.submit(() -> answer(message));
      }
      ```

      ### Numbers

      | Model | Input | Output | Cached |
      |:------|------:|-------:|-------:|
      | Flash | 1,204 | 388 | 1,024 |
      | Flash Lite | 1,204 | 402 | 0 |

      Use `parley.yaml` to change any of it.
      """;

  private final RecordingHandler handler = new RecordingHandler(commands());
  private final FlakyRoomLog log = new FlakyRoomLog();
  private final ScriptedChat chat = new ScriptedChat();
  private final WebAdapter adapter;
  private final WebServer server;

  private WebPlayground(int port) {
    WebSettings settings =
        WebSettings.DEFAULTS
            .withPort(port)
            .withNotice("Demo model: set GEMINI_API_KEY to talk to Gemini");
    Uploads uploads = new InMemoryUploads(UploadSettings.of(settings.files()));
    adapter = new WebAdapter(settings, log, uploads, chat, Clock.systemUTC());
    server = new WebServer(settings, List::of, List.of(adapter));
  }

  /// @param arguments the port, and the file whose presence takes the store away
  public static void main(String[] arguments) {
    WebPlayground playground = new WebPlayground(Integer.parseInt(arguments[0]));
    playground.server.start();
    playground.handler.whenAccepted(
        message -> Thread.ofVirtual().start(() -> playground.answer(message)));
    playground.handler.answerCommandsWith(
        Reply.answer("**Here:** 1,204 tokens in this room today."));
    playground.adapter.start(playground.handler);
    playground.watch(Path.of(arguments[1]));
  }

  private void watch(Path switchFile) {
    while (true) {
      log.away = Files.exists(switchFile);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static CommandSpec[] commands() {
    return new CommandSpec[] {
      spec(List.of("help"), "What I can do, and how to ask for it"),
      spec(List.of("usage"), "What this room has spent"),
      spec(List.of("session", "reset"), "Forget what was said here"),
      spec(
          List.of("session", "scope"),
          "Choose what shares one memory",
          CommandOption.choice(
              "scope", "What shares one memory", true, List.of("channel", "thread", "user"))),
      spec(
          List.of("persona"),
          "Choose who I am in this room",
          CommandOption.text("text", "How I should behave", false)),
    };
  }

  private static CommandSpec spec(List<String> words, String summary, CommandOption... options) {
    return new CommandSpec(
        words,
        summary,
        List.of(options),
        CommandSpec.Visibility.ASKER,
        CommandSpec.Access.EVERYONE);
  }

  private static void useTools(ReplyChannel channel) {
    channel.working("Using get_weather, fetch_page…");
    channel.step(new ToolStep("0-0", "Weather: Paris, celsius", State.RUNNING, ""));
    channel.step(new ToolStep("0-1", "Fetch page: example.org/a", State.RUNNING, ""));
    channel.step(
        new ToolStep("0-2", "Create issue (github): A title", State.WAITING, "asks first"));
    LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
    channel.step(new ToolStep("0-0", "Weather: Paris, celsius", State.DONE, ""));
    channel.step(new ToolStep("0-1", "Fetch page: example.org/a", State.FAILED, "took too long"));
    LockSupport.parkNanos(Duration.ofSeconds(8).toNanos());
    channel.step(new ToolStep("0-2", "Create issue (github): A title", State.DONE, ""));
  }

  private void answer(InboundMessage message) {
    TurnRef turn =
        new TurnRef(
            message.place().conversation(SessionScope.THREAD, message.author().id()), message.id());
    ReplyTarget target =
        new ReplyTarget(turn, message, Optional.empty(), false, reference -> {}, FileContents.NONE);
    try (ReplyChannel channel = adapter.replyTo(target)) {
      channel.working("Thinking");
      LockSupport.parkNanos(Duration.ofMillis(900).toNanos());
      if (message.text().contains("tools")) {
        useTools(channel);
      }
      if (message.text().contains("slow")) {
        channel.working("Looking through 12 documents");
        LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
      }
      channel.finish(reply(message, turn, channel));
    }
  }

  private Reply reply(InboundMessage message, TurnRef turn, ReplyChannel channel) {
    if (message.text().contains("fail")) {
      return Reply.failure("The model could not be reached. Please try again in a minute.");
    }
    if (message.text().contains("refuse")) {
      return Reply.notice("Today's budget of this room is used up. It is renewed at **midnight**.")
          .withActions(
              List.of(
                  new ReplyAction("Ask for more", "/usage", ReplyAction.Style.PRIMARY),
                  new ReplyAction("What I can do", "/help", ReplyAction.Style.PLAIN),
                  new ReplyAction("Forget this", "/session reset", ReplyAction.Style.DANGER)));
    }
    return Reply.answer(recite(message, turn, channel));
  }

  private String recite(InboundMessage message, TurnRef turn, ReplyChannel channel) {
    String text =
        message.text().contains("tour")
            ? RECITAL
            : "Good question. Most people get there by asking for less: **one** clear sentence, "
                + "then the details that matter, then nothing.";
    StringBuilder said = new StringBuilder();
    for (String word : text.split("(?<=\\s)")) {
      if (handler.stops().stream().anyMatch(stop -> stop.turn().equals(turn))) {
        return said + "\n\n*Stopped.*";
      }
      said.append(word);
      channel.stream(word);
      LockSupport.parkNanos(PACE.toNanos());
    }
    return said.toString();
  }
}
