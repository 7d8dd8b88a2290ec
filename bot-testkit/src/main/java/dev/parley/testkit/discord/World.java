package dev.parley.testkit.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that exists on the fake: guilds, channels and accounts. Whoever looks or acts holds its
/// lock.
final class World {
  /// ("Gateway Close Event Codes")
  static final int DISALLOWED_INTENTS = 4014;

  private final DiscordRules rules;
  private final Snowflakes ids;
  private final DiscordBot bot;
  private final Gateway gateway;
  private final FileStore files;
  private final Announcer announcer;
  private final Map<String, DiscordGuild> guilds = new LinkedHashMap<>();
  private final Map<String, DiscordChannel> channels = new LinkedHashMap<>();
  private final Map<String, DiscordUser> users = new LinkedHashMap<>();
  private final Map<String, DiscordPerson> people = new LinkedHashMap<>();
  private final CommandBook commands;
  private final Interactions interactions;
  private boolean contentGranted;

  World(DiscordRules rules, Snowflakes ids, DiscordBot bot, Gateway gateway, FileStore files) {
    this.rules = rules;
    this.ids = ids;
    this.bot = bot;
    this.gateway = gateway;
    this.files = files;
    this.announcer = new Announcer(this);
    this.commands = new CommandBook(ids, bot);
    this.interactions = new Interactions(this);
    this.contentGranted = rules.contentGranted();
    users.put(bot.id(), bot.user());
  }

  DiscordRules rules() {
    return rules;
  }

  /// Whether the bot may ask for the intent MESSAGE_CONTENT now.
  boolean isContentGranted() {
    return contentGranted;
  }

  void withdrawContent() {
    contentGranted = false;
    gateway.end(Intent.MESSAGE_CONTENT, DISALLOWED_INTENTS, "Disallowed intent(s).");
  }

  Snowflakes ids() {
    return ids;
  }

  DiscordBot bot() {
    return bot;
  }

  Gateway gateway() {
    return gateway;
  }

  FileStore files() {
    return files;
  }

  Announcer announcer() {
    return announcer;
  }

  CommandBook commands() {
    return commands;
  }

  Interactions interactions() {
    return interactions;
  }

  List<DiscordGuild> guilds() {
    return List.copyOf(guilds.values());
  }

  Optional<DiscordGuild> guild(String id) {
    return Optional.ofNullable(guilds.get(id));
  }

  DiscordGuild guild(String name, boolean withBot) {
    return guilds.values().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseGet(() -> found(name, withBot));
  }

  private DiscordGuild found(String name, boolean withBot) {
    DiscordGuild guild = new DiscordGuild(this, ids.next(), name, withBot);
    guilds.put(guild.id(), guild);
    if (withBot) {
      announcer.guildCreated(guild);
    }
    return guild;
  }

  List<DiscordChannel> channels() {
    return List.copyOf(channels.values());
  }

  Optional<DiscordChannel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  void add(DiscordChannel channel) {
    channels.put(channel.id(), channel);
  }

  void remove(DiscordChannel channel) {
    channels.remove(channel.id());
  }

  Optional<DiscordUser> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  /// Another bot, or a webhook; the same one for the same name.
  DiscordUser account(String name, DiscordUser.Kind kind) {
    return users.values().stream()
        .filter(it -> it.name().equals(name) && it.kind() == kind)
        .findFirst()
        .orElseGet(() -> known(new DiscordUser(ids.next(), name, kind)));
  }

  private DiscordUser known(DiscordUser user) {
    users.put(user.id(), user);
    return user;
  }

  DiscordPerson person(String name) {
    DiscordUser user = account(name, DiscordUser.Kind.PERSON);
    return people.computeIfAbsent(user.id(), _ -> new DiscordPerson(this, user));
  }

  Optional<DiscordPerson> personWithId(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /// The direct messages of a person with the bot.
  DiscordChannel dm(DiscordPerson person) {
    return channels.values().stream()
        .filter(it -> it.kind() == ChannelKind.DM && it.recipients().contains(person.user()))
        .findFirst()
        .orElseGet(() -> room(ChannelKind.DM, person.name(), List.of(person.user())));
  }

  /// A conversation of people without a guild.
  DiscordChannel room(ChannelKind kind, String name, List<DiscordUser> recipients) {
    DiscordChannel made = new DiscordChannel(this, ids.next(), name, kind);
    recipients.forEach(made::addRecipient);
    add(made);
    return made;
  }
}
