package dev.parley.platform;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import java.util.Optional;

/// The bytes of the files that a tenant's replies carry.
@FunctionalInterface
public interface FileContents {
  /// Where nothing is kept.
  FileContents NONE = _ -> Optional.empty();

  /// The bytes of a file; empty where they are not kept any more, which people should be told by
  /// [dev.parley.message.ReplyFile#FORGOTTEN]. Blocks shortly, and throws a
  /// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
  Optional<AttachmentContent> find(Attachment file);
}
