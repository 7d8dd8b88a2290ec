package dev.parley.slack.command;

import dev.parley.attachment.AttachmentContent;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.message.ReplyFile;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.reply.Upload;
import java.net.http.HttpClient;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads the files of a reply to a command, which the address of the reply does not take: where
/// the command was used, if all may see them and the bot is there, else as a direct message to who
/// used it.
final class CommandFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CommandFiles.class);

  private final InboundHandler core;
  private final HttpClient http;

  CommandFiles(InboundHandler core, HttpClient http) {
    this.core = core;
    this.http = http;
  }

  /// Uploads them; nobody waits for it.
  ///
  /// @return a sentence for each reason why some are missing
  Set<String> upload(Asking asking, CommandReply reply) {
    Set<String> missing = new LinkedHashSet<>();
    try {
      for (ReplyFile file : reply.files()) {
        upload(asking, reply.forEveryone(), file).ifPresent(missing::add);
      }
    } catch (SlackCallException | StoreUnavailableException failed) {
      LOG.warn("a file of a command's reply is missing: {}", failed.getMessage());
      missing.add(Upload.NOT_ALLOWED);
    }
    return missing;
  }

  private Optional<String> upload(Asking asking, boolean forEveryone, ReplyFile file) {
    TenantId tenant = new TenantId(InboundMessages.PLATFORM, asking.tenant());
    Optional<AttachmentContent> content = core.files(tenant).find(file.file());
    if (content.isEmpty()) {
      return Optional.of(ReplyFile.FORGOTTEN);
    }
    Upload uploads = new Upload(asking.workspace(), http);
    Upload.Item item =
        new Upload.Item(file.file().name(), file.file().name(), file.description(), content.get());
    boolean there =
        forEveryone && uploads.into(asking.channel(), asking.thread(), item).isPresent();
    return there || uploads.to(asking.user(), item).isPresent()
        ? Optional.empty()
        : Optional.of(Upload.NOT_ALLOWED);
  }
}
