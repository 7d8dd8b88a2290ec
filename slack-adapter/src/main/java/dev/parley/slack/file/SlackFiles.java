package dev.parley.slack.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.identity.TenantId;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.io.InputStream;

/// Fetches files from the workspace that they were sent in.
public final class SlackFiles implements AttachmentSource {
  private final Workspaces workspaces;

  public SlackFiles(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public InputStream open(TenantId tenant, AttachmentRef file) {
    try {
      Workspace workspace = workspaces.of(tenant.id());
      return opened(workspace, file.source().equals(FileRefs.ASK) ? asked(workspace, file) : file);
    } catch (UnknownWorkspaceException gone) {
      throw new AttachmentUnavailableException(Why.FORBIDDEN, "not installed any more", gone);
    } catch (SlackCallException untold) {
      throw new AttachmentUnavailableException(why(untold), untold.toString(), untold);
    }
  }

  private static InputStream opened(Workspace workspace, AttachmentRef file) {
    return switch (file.source()) {
      case FileRefs.GONE -> throw unavailable(Why.GONE);
      case FileRefs.ELSEWHERE -> throw unavailable(Why.ELSEWHERE);
      case FileRefs.ASK, FileRefs.FORBIDDEN, "" -> throw unavailable(Why.FORBIDDEN);
      default -> any(workspace, file, file.source().split(FileRefs.OR, 2));
    };
  }

  /// The preview where there is one, else the file itself.
  private static InputStream any(Workspace workspace, AttachmentRef file, String[] addresses) {
    try {
      return workspace.files().open(addresses[0], file.mediaType());
    } catch (AttachmentUnavailableException unavailable) {
      if (addresses.length == 1) {
        throw unavailable;
      }
      return workspace.files().open(addresses[1], file.mediaType());
    }
  }

  private static AttachmentUnavailableException unavailable(Why why) {
    return new AttachmentUnavailableException(why, "Slack has no content of it", null);
  }

  private static AttachmentRef asked(Workspace workspace, AttachmentRef file) {
    JsonNode told = workspace.api().call(ApiCall.urgent("files.info").with("file", file.id()));
    return FileRefs.ref(told.path("file"));
  }

  private static Why why(SlackCallException untold) {
    if (!untold.isRefusal()) {
      return Why.UNREACHABLE;
    }
    return switch (untold.error()) {
      case "file_not_found", "file_deleted" -> Why.GONE;
      default -> Why.FORBIDDEN;
    };
  }
}
