package dev.parley.slack;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.ChannelReaders;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspaces;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who can read what in Slack's channels. Guests are people of the workspace only where they
/// may use the bot.
final class SlackReaders implements PlaceReaders {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReaders.class);

  private final Workspaces workspaces;
  private final Access access;

  SlackReaders(Workspaces workspaces, Access access) {
    this.workspaces = workspaces;
    this.access = access;
  }

  @Override
  public Readers of(Place place) {
    return asked(
        place.tenant(), readers -> readers.of(place.channel(), access), new Readers.Open());
  }

  @Override
  public boolean reads(TenantId tenant, UserId person, String channel) {
    return asked(tenant, readers -> readers.reads(person.value(), channel), false);
  }

  @Override
  public boolean everybodyReads(TenantId tenant, String channel) {
    return asked(tenant, readers -> readers.everybodyReads(channel, access), false);
  }

  @Override
  public boolean belongs(TenantId tenant, UserId person) {
    return asked(tenant, readers -> readers.belongs(person.value(), access), false);
  }

  private <T> T asked(TenantId tenant, Function<ChannelReaders, T> question, T otherwise) {
    try {
      return question.apply(workspaces.of(tenant.id()).readers());
    } catch (UnknownWorkspaceException | StoreUnavailableException | SlackCallException untold) {
      LOG.info("who reads in {} is not known: {}", tenant, untold.getMessage());
      return otherwise;
    }
  }
}
