package dev.parley.testkit.knowledge;

import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.command.Commands;
import dev.parley.command.KnowledgeCommands;
import dev.parley.command.KnowledgeContext;
import dev.parley.command.PeopleNames;
import dev.parley.command.QuotaContext;
import dev.parley.engine.Announcer;
import dev.parley.engine.PlatformReadership;
import dev.parley.engine.Platforms;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.message.Reply;
import dev.parley.platform.PlatformCapabilities;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaSettings;
import dev.parley.testkit.engine.FakePlatform;
import dev.parley.testkit.engine.FakeWall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A town with a public square and a private council, whose people manage a knowledge base.
final class KnowledgeScene {
  static final TenantId TENANT = new TenantId(new PlatformName("fake"), "t1");
  static final Author ANN = new Author(new UserId("ann"), "Ann");
  static final Author BOB = new Author(new UserId("bob"), "Bob");

  final TownReaders town =
      new TownReaders()
          .open("square")
          .open("market")
          .of("council", "ann", "bob")
          .of("tower", "bob");
  final FakeWall wall = new FakeWall();
  final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  final ScriptedIngestion ingestion = new ScriptedIngestion(store);
  final KnownPassages passages = new KnownPassages(TENANT);
  final NotedDeeds deeds = new NotedDeeds();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);
  private final Commands commands;

  KnowledgeScene(CommandSpec.Access mayAdd) {
    this(mayAdd, true);
  }

  /// @param tells whether people can be told something in direct messages
  KnowledgeScene(CommandSpec.Access mayAdd, boolean tells) {
    FakePlatform platform =
        new FakePlatform(
            TENANT.platform(), new PlatformCapabilities(true, true, tells, true), wall);
    platform.isReadBy(town);
    Platforms platforms = new Platforms(List.of(platform));
    QuotaContext quotas =
        new QuotaContext(
            deeds,
            new CurrentRules(QuotaSettings.DEFAULTS, deeds, clock),
            new PeopleNames(new KnownPeople(BOB.id(), BOB.name())),
            QuotaSettings.DEFAULTS,
            clock);
    this.commands =
        new Commands(
            KnowledgeCommands.of(
                new KnowledgeContext(
                    new KnowledgeDesk(store, ingestion, passages, Duration.ofDays(30), clock),
                    new PlatformReadership(platforms),
                    mayAdd,
                    platforms,
                    new Announcer(platforms, deeds),
                    deeds::note,
                    quotas)));
  }

  static Place place(String channel) {
    return new Place(TENANT, channel, Optional.empty(), channel.startsWith("direct"));
  }

  /// Somebody like anybody else.
  static CommandInvocation by(Author who, String channel) {
    Place place = place(channel);
    return new CommandInvocation(List.of(), Map.of(), place, who, place.direct(), false, Set.of());
  }

  static CommandInvocation byAdmin(Author who, String channel) {
    return new CommandInvocation(List.of(), Map.of(), place(channel), who, true, true, Set.of());
  }

  Reply types(CommandInvocation who, String line) {
    return commands.runLine(line, who);
  }

  List<String> suggestions(String word, String option, CommandInvocation who) {
    return commands.suggestions(option, who.saying(List.of("knowledge", word), Map.of()));
  }

  /// What Ann types in the square.
  Reply ann(String line) {
    return types(by(ANN, "square"), line);
  }

  Reply bob(String line) {
    return types(by(BOB, "square"), line);
  }

  Reply admin(String line) {
    return types(byAdmin(new Author(new UserId("ada"), "Ada"), "square"), line);
  }

  /// The only document that there is.
  Document only() {
    List<Document> all = store.documents(TENANT);
    if (all.size() != 1) {
      throw new AssertionError("there is one document, not " + all);
    }
    return all.getFirst();
  }
}
