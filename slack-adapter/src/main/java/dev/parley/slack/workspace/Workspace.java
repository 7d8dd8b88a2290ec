package dev.parley.slack.workspace;

import dev.parley.platform.GroupsWanted;
import dev.parley.slack.api.PrivateFiles;
import dev.parley.slack.api.SlackApi;

/// A workspace, or an organisation of them, that the bot is installed in.
public final class Workspace {
  private final SlackApi api;
  private final PrivateFiles files;
  private final OwnIdentity identity;
  private final People people;
  private final Channels channels;
  private final Refusals refusals = new Refusals();
  private final UserGroups groups;
  private final ChannelReaders readers;

  /// @param api as the bot may use it there
  /// @param wanted where anything depends on the groups of people
  public Workspace(SlackApi api, PrivateFiles files, GroupsWanted wanted) {
    this.api = api;
    this.files = files;
    this.identity = new OwnIdentity(api);
    this.people = new People(api);
    this.channels = new Channels(api);
    this.groups = new UserGroups(api, refusals, wanted, System::nanoTime);
    this.readers = new ChannelReaders(api, people, identity, System::nanoTime);
  }

  public SlackApi api() {
    return api;
  }

  /// What people sent there.
  public PrivateFiles files() {
    return files;
  }

  /// Who the bot is there; asked once.
  ///
  /// @throws dev.parley.slack.api.SlackCallException where Slack does not tell
  public SlackIdentity identity() {
    return identity.get();
  }

  public People people() {
    return people;
  }

  public Channels channels() {
    return channels;
  }

  /// Who is in which user group there.
  public UserGroups groups() {
    return groups;
  }

  /// Who can read the channels there.
  public ChannelReaders readers() {
    return readers;
  }

  /// What the bot is not let do there.
  public Refusals refusals() {
    return refusals;
  }
}
