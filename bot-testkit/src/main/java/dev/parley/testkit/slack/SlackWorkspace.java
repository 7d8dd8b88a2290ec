package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A workspace that has the app installed: its people and channels, and what is to be seen there.
///
/// Channels and messages are named by Slack's ids and timestamps, as the bot names them.
public final class SlackWorkspace {
  private final Backstage backstage;
  private final String id;
  private final Map<String, SlackPerson> people = new LinkedHashMap<>();
  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final Announcer announcer;
  private final AgentPane pane;
  private final ShownViews views;
  private final FileStore files;
  private final ResponseUrls responseUrls;
  private final Installation installation;

  SlackWorkspace(String id, Backstage backstage) {
    this.id = id;
    this.backstage = backstage;
    this.announcer = new Announcer(this, backstage.ids(), backstage.out());
    this.pane = new AgentPane(backstage.ids());
    this.views = new ShownViews(backstage.ids(), backstage.rules().triggerLifetime());
    this.files = new FileStore(this, backstage);
    this.responseUrls = new ResponseUrls(this, backstage);
    this.installation = new Installation(this, backstage);
  }

  public String id() {
    return id;
  }

  public SlackApp app() {
    return backstage.app();
  }

  public String botUserId() {
    return "UBOT" + id;
  }

  public String botId() {
    return "B" + id;
  }

  public String botToken() {
    return "xoxb-" + id + "-bot";
  }

  /// A member; the same one for the same name.
  public synchronized SlackPerson person(String name) {
    return people.computeIfAbsent(
        "U" + id(name), user -> new SlackPerson(this, user, name, SlackPerson.Standing.MEMBER));
  }

  synchronized List<SlackPerson> people() {
    return List.copyOf(people.values());
  }

  /// A guest of this workspace, or somebody of another one.
  public synchronized SlackPerson outsider(String name, SlackPerson.Standing standing) {
    return people.computeIfAbsent(
        "U" + id(name), user -> new SlackPerson(this, user, name, standing));
  }

  /// A user group, with these members besides those that it had.
  ///
  /// @return its id
  public synchronized String userGroup(String name, SlackPerson... members) {
    Set<String> ids = groups.computeIfAbsent(name, it -> new LinkedHashSet<>());
    Stream.of(members).map(SlackPerson::id).forEach(ids::add);
    return groupId(name);
  }

  /// The ids of the members of each user group.
  synchronized Map<String, Set<String>> userGroups() {
    return Map.copyOf(groups);
  }

  static String groupId(String name) {
    return "S" + id(name);
  }

  private static String id(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /// A public channel that the bot is in.
  public synchronized String channel(String name) {
    return channel("C" + id(name), name, SlackChannel.Kind.CHANNEL, true);
  }

  /// A public channel that the bot is not in.
  public synchronized String foreignChannel(String name) {
    return channel("C" + id(name), name, SlackChannel.Kind.CHANNEL, false);
  }

  /// A private channel that the bot is in.
  public synchronized String privateChannel(String name) {
    return channel("G" + id(name), name, SlackChannel.Kind.GROUP, true);
  }

  /// The direct messages of a person with the bot.
  public synchronized String dm(SlackPerson person) {
    return channel("D" + person.id(), "directmessage", SlackChannel.Kind.IM, true);
  }

  /// The direct messages of several people with the bot.
  public synchronized String groupDm(String name) {
    return channel("GM" + id(name), "mpdm-" + name, SlackChannel.Kind.MPIM, true);
  }

  private String channel(String channelId, String name, SlackChannel.Kind kind, boolean withBot) {
    SlackChannel made = channels.computeIfAbsent(channelId, it -> new SlackChannel(it, name, kind));
    if (withBot) {
      made.members().add(botUserId());
    }
    return channelId;
  }

  public synchronized void archive(String channel) {
    room(channel).archive();
  }

  /// Makes the channel one that other companies share (Slack Connect).
  public synchronized void share(String channel) {
    room(channel).share();
  }

  public synchronized void kickBot(String channel) {
    room(channel).members().remove(botUserId());
  }

  /// What shows in the channel outside of threads, oldest first.
  public synchronized List<ShownMessage> messages(String channel) {
    return room(channel).surface().stream().map(post -> post.shown(channel)).toList();
  }

  /// A thread's root and its replies, oldest first.
  public synchronized List<ShownMessage> thread(String channel, String root) {
    return room(channel).thread(root).stream().map(post -> post.shown(channel)).toList();
  }

  /// All messages of the channel, in threads or not, oldest first.
  public synchronized List<ShownMessage> everything(String channel) {
    return room(channel).posts().stream().map(post -> post.shown(channel)).toList();
  }

  /// All messages of the bot anywhere, oldest first in each channel.
  public synchronized List<ShownMessage> botMessages() {
    return channels.keySet().stream()
        .flatMap(channel -> everything(channel).stream())
        .filter(message -> message.author().equals(botUserId()))
        .toList();
  }

  /// What only this person saw in the channel, oldest first.
  public synchronized List<EphemeralMessage> ephemerals(String channel, SlackPerson person) {
    return room(channel).ephemerals().stream()
        .filter(message -> message.user().equals(person.id()))
        .toList();
  }

  /// What the agent's pane and status line show and have shown.
  public AgentPane pane() {
    return pane;
  }

  /// The App Home and the dialogs that people see.
  public ShownViews views() {
    return views;
  }

  public FileStore files() {
    return files;
  }

  /// How the app is installed here: codes, tokens, and the end of it.
  public Installation installation() {
    return installation;
  }

  /// Another bot says something.
  public synchronized SaidMessage otherBotSays(String channel, String text) {
    ObjectNode wire = Json.object().put("type", "message").put("subtype", "bot_message");
    wire.put("bot_id", "BOTHER").put("username", "Other bot").put("app_id", "AOTHER");
    wire.put("text", text).put("ts", backstage.ids().ts());
    return say(room(channel), new Post(wire));
  }

  /// Slack adds a preview to a message, which changes nothing that its author wrote.
  public synchronized List<Delivery> unfurls(SaidMessage message, String url) {
    SlackChannel room = room(message.channel());
    Post post = room.find(message.ts()).orElseThrow();
    JsonNode before = post.wire().deepCopy();
    ObjectNode preview = post.wire().putArray("attachments").addObject();
    preview.put("from_url", url).put("original_url", url).put("id", 1).put("title", "Preview");
    return announcer.changed(room, before, post.wire());
  }

  /// Tells the bot of anything else that can happen.
  ///
  /// @param event what the envelope's `event` holds; a missing `event_ts` is added
  public Delivery tells(ObjectNode event) {
    return announcer.event(event.deepCopy());
  }

  /// Ends the life of all running streams, as minutes do.
  public synchronized void expireStreams() {
    channels.values().forEach(room -> room.posts().forEach(Post::expireStream));
  }

  SaidMessage say(SlackChannel room, Post post) {
    room.add(post);
    room.countReplies(post.root());
    if (post.author().equals(botUserId())) {
      pane.replied(room.id(), post.root());
    }
    return new SaidMessage(this, room, post, announcer.posted(room, post), announcer);
  }

  Optional<SlackChannel> find(String channel) {
    Optional<SlackPerson> person = findPerson(channel);
    String asked = person.isPresent() ? dm(person.get()) : channel;
    return Optional.ofNullable(channels.get(asked));
  }

  synchronized void dropFile(String file) {
    channels.values().stream()
        .flatMap(room -> room.posts().stream())
        .filter(post -> post.wire().path("files").findValuesAsText("id").contains(file))
        .filter(post -> post.markdown().isBlank())
        .forEach(Post::delete);
  }

  SlackChannel room(String channel) {
    return find(channel)
        .orElseThrow(() -> new IllegalArgumentException("no channel " + channel + " in " + id));
  }

  Optional<SlackPerson> findPerson(String user) {
    return Optional.ofNullable(people.get(user));
  }

  Announcer announcer() {
    return announcer;
  }

  ResponseUrls responseUrls() {
    return responseUrls;
  }

  Ids ids() {
    return backstage.ids();
  }
}
