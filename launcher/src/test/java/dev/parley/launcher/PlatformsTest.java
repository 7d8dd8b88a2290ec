package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentStore;
import dev.parley.command.Announcements;
import dev.parley.command.CommandSpec;
import dev.parley.command.KnowledgeCommands;
import dev.parley.command.KnowledgeContext;
import dev.parley.conversation.Erased;
import dev.parley.discord.DiscordAdapter;
import dev.parley.engine.PlatformReadership;
import dev.parley.engine.Platforms;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.InboxSettings;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeBase;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.SettingsFile;
import dev.parley.message.Reply;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.redis.RedisSettings;
import dev.parley.redis.RedisStore;
import dev.parley.slack.SlackAdapter;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.web.WebAdapter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The table of what works where")
class PlatformsTest {
  private static final Path ROOT = root();
  private static final Pattern NAMED = Pattern.compile("`(\\w+)/(\\w+)`");
  private static final List<PlatformCapabilities> DECLARED =
      List.of(SlackAdapter.CAPABILITIES, DiscordAdapter.CAPABILITIES, WebAdapter.CAPABILITIES);

  private static final Announcements UNHEARD =
      new Announcements() {
        @Override
        public Outcome toAdmins(TenantId tenant, Reply words) {
          return Outcome.UNSAID;
        }

        @Override
        public Outcome toPerson(TenantId tenant, UserId user, Reply words) {
          return Outcome.UNSAID;
        }

        @Override
        public Outcome toPlace(Place place, Reply words) {
          return Outcome.UNSAID;
        }
      };

  private static final Ingestion UNREAD =
      new Ingestion() {
        @Override
        public Taken take(IngestJob job) {
          return new Taken.Refused("Nothing is read.");
        }

        @Override
        public List<JobState> states(TenantId tenant) {
          return List.of();
        }

        @Override
        public Optional<JobState> await(TenantId tenant, String job, Duration most) {
          return Optional.empty();
        }

        @Override
        public void cancel(TenantId tenant, DocumentId document) {}
      };

  @TempDir Path folder;

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("bot-core"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder;
  }

  /// The rows of the table: what, one mark for each platform, and what shows it.
  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(ROOT.resolve("docs/platforms.md")).stream()
          .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
          .skip(1)
          .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> marks(String what) {
    return rows().stream()
        .filter(row -> row.getFirst().equals(what))
        .map(row -> row.subList(1, 4))
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> declared(Predicate<PlatformCapabilities> capability) {
    return DECLARED.stream().map(one -> capability.test(one) ? "✓" : "–").toList();
  }

  @Test
  @DisplayName("says what platforms declare of themselves")
  void capabilities() {
    assertThat(marks("Answers grow before people's eyes"))
        .isEqualTo(declared(PlatformCapabilities::streams));
    assertThat(marks("Messages may carry files to the bot"))
        .isEqualTo(declared(PlatformCapabilities::takesFiles));
    assertThat(marks("Somebody is told something in a direct message, unasked"))
        .isEqualTo(declared(PlatformCapabilities::tells));
    assertThat(marks("Roles or user groups of people are known"))
        .isEqualTo(declared(PlatformCapabilities::groups));
  }

  @Test
  @DisplayName("has each command of the core, on every platform, and no other")
  void commands() {
    Settings settings = new SettingsFile(Map.of(), folder).read();
    List<CommandSpec> specs;
    try (RedisStore store = RedisStore.open(RedisSettings.of("redis://127.0.0.1:1"))) {
      QuotaParts quotas =
          new QuotaParts(settings, store, new SimpleMeterRegistry(), Clock.systemUTC());
      ToolParts tools =
          ToolParts.make(settings, store, List.of(), new SimpleMeterRegistry(), Clock.systemUTC());
      AttachmentStore files = store.attachments(Duration.ofHours(1));
      specs =
          new CommandParts(
                  store,
                  settings.conversation().defaults("a model"),
                  List.of(),
                  true,
                  (_, _) -> Erased.NOTHING)
              .with(
                  Stream.of(
                          quotas.commands(files, new Platforms(List.of()), UNHEARD),
                          tools.commands(
                              tools.inConversations(List.of()),
                              store.inbox(InboxSettings.DEFAULTS)),
                          KnowledgeCommands.of(knowledge(quotas)))
                      .flatMap(List::stream)
                      .toList(),
                  Set.of())
              .specs();
    }

    assertThat(rows())
        .filteredOn(row -> row.getFirst().startsWith("`/"))
        .extracting(row -> row.getFirst().replace("`", ""))
        .containsExactlyInAnyOrderElementsOf(specs.stream().map(CommandSpec::line).toList());
    assertThat(specs)
        .allMatch(spec -> marks("`" + spec.line() + "`").equals(List.of("✓", "✓", "✓")));
  }

  private static KnowledgeContext knowledge(QuotaParts quotas) {
    Platforms nowhere = new Platforms(List.of());
    return new KnowledgeContext(
        new KnowledgeDesk(
            new InMemoryKnowledgeStore(),
            UNREAD,
            KnowledgeBase.NONE,
            Duration.ofDays(1),
            Clock.systemUTC()),
        new PlatformReadership(nowhere),
        CommandSpec.Access.EVERYONE,
        nowhere,
        UNHEARD,
        (_, _) -> {},
        quotas.context());
  }

  @Test
  @DisplayName("names tests that there are, for each row")
  void shown() throws IOException {
    List<String> tests;
    try (Stream<Path> files = Files.walk(ROOT)) {
      tests =
          files
              .map(Path::toString)
              .filter(file -> file.endsWith(".java") && file.contains("/src/"))
              .toList();
    }

    assertThat(rows()).allMatch(row -> row.size() == 5 && NAMED.matcher(row.getLast()).find());
    assertThat(rows().stream().flatMap(row -> NAMED.matcher(row.getLast()).results()))
        .allMatch(
            named ->
                tests.stream()
                    .anyMatch(
                        file ->
                            file.contains("/" + named.group(1) + "/")
                                && file.endsWith("/" + named.group(2) + ".java")),
            "there");
  }
}
