package dev.parley.slack.reply;

import dev.parley.attachment.AttachmentContent;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyFile;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.FileContents;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.net.http.HttpClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what nobody asked for, in channels and in direct messages.
public final class UnaskedPosts {
  private static final Logger LOG = LoggerFactory.getLogger(UnaskedPosts.class);

  private final Workspaces workspaces;
  private final HttpClient http;
  private final Rendering rendering;

  public UnaskedPosts(Workspaces workspaces, HttpClient http, Rendering rendering) {
    this.workspaces = workspaces;
    this.http = http;
    this.rendering = rendering;
  }

  /// Says something to one person.
  ///
  /// @throws DeliveryException where it cannot be said
  public void tell(TenantId tenant, UserId person, Reply reply, FileContents contents) {
    Workspace workspace = workspace(tenant);
    Upload uploads = new Upload(workspace, http);
    say(
        workspace.api(),
        new Target(person.value(), Optional.empty()),
        reply,
        contents,
        item -> uploads.to(person.value(), item).isPresent());
  }

  /// Says something in a channel, or in a thread of it.
  ///
  /// @throws DeliveryException where it cannot be said
  public void post(Place place, Reply reply, FileContents contents) {
    Workspace workspace = workspace(place.tenant());
    Upload uploads = new Upload(workspace, http);
    Optional<String> thread = place.thread().map(InboundMessages::ts);
    say(
        workspace.api(),
        new Target(place.channel(), thread),
        reply,
        contents,
        item -> uploads.into(place.channel(), thread, item).isPresent());
  }

  private Workspace workspace(TenantId tenant) {
    try {
      return workspaces.of(tenant.id());
    } catch (UnknownWorkspaceException gone) {
      throw new DeliveryException(String.valueOf(gone.getMessage()), false, gone);
    } catch (StoreUnavailableException away) {
      throw new DeliveryException("the tokens of a workspace cannot be read", true, away);
    }
  }

  /// @param channel or a person
  private record Target(String channel, Optional<String> thread) {}

  private void say(
      SlackApi api,
      Target target,
      Reply reply,
      FileContents contents,
      Predicate<Upload.Item> upload) {
    List<Rendering.Part> parts = rendering.parts(reply.markdown());
    for (int number = 0; number < parts.size(); number++) {
      boolean last = number == parts.size() - 1;
      post(api, target, parts.get(number), last ? reply.actions() : List.of(), number == 0);
    }
    for (String missing : uploaded(reply, contents, upload)) {
      post(api, target, rendering.parts(missing).getFirst(), List.of(), false);
    }
  }

  /// @param first whether nothing of the reply was said before, so that it may be said again
  private static void post(
      SlackApi api, Target target, Rendering.Part part, List<ReplyAction> actions, boolean first) {
    try {
      api.call(Posting.of(target.channel(), target.thread(), part, actions));
    } catch (SlackCallException failed) {
      boolean unsaid =
          failed.kind() == SlackCallException.Kind.LIMITED
              || failed.kind() == SlackCallException.Kind.UNREACHED;
      throw new DeliveryException("Slack did not take a message", first && unsaid, failed);
    }
  }

  /// Uploads the files of a reply; the words are said already, whatever becomes of them.
  ///
  /// @return a sentence for each reason why some are missing
  private static Set<String> uploaded(
      Reply reply, FileContents contents, Predicate<Upload.Item> upload) {
    Set<String> missing = new LinkedHashSet<>();
    for (ReplyFile file : reply.files()) {
      try {
        Optional<AttachmentContent> content = contents.find(file.file());
        if (content.isEmpty()) {
          missing.add(ReplyFile.FORGOTTEN);
        } else if (!upload.test(item(file, content.get()))) {
          missing.add(Upload.NOT_ALLOWED);
        }
      } catch (SlackCallException | StoreUnavailableException failed) {
        LOG.warn("a file of a message is missing: {}", failed.getMessage());
        missing.add(Upload.NOT_ALLOWED);
      }
    }
    return missing;
  }

  private static Upload.Item item(ReplyFile file, AttachmentContent content) {
    return new Upload.Item(file.file().name(), file.file().name(), file.description(), content);
  }
}
