package dev.parley.engine;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.IntakeResult;
import dev.parley.attachment.ProviderFile;
import dev.parley.conversation.TokenEstimate;
import dev.parley.identity.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files that the model is shown in one turn: those that came now, and of those before the
/// latest that fit. Files that are with the provider take no room. Used by one thread.
final class RecalledFiles {
  private final AttachmentIntake intake;
  private final TenantId tenant;
  private final Map<String, AttachmentContent> contents = new HashMap<>();
  private final Map<String, ProviderFile> given = new HashMap<>();
  private long room;

  RecalledFiles(AttachmentIntake intake, TenantId tenant) {
    this.intake = intake;
    this.tenant = tenant;
    this.room = intake.settings().mostBytesTogether();
  }

  /// A file that came now.
  void add(IntakeResult result) {
    switch (result) {
      case IntakeResult.Taken taken -> show(taken.file(), taken.content());
      case IntakeResult.Given there -> given.put(there.file().sha256(), there.where());
      case IntakeResult.Refused _ -> {}
    }
  }

  private void show(Attachment file, AttachmentContent content) {
    if (contents.put(file.sha256(), content) == null) {
      room -= content.size();
    }
  }

  /// Files that came before, from the latest one back, as long as there is room.
  void recall(List<Attachment> before) {
    int tokens = intake.settings().mostTokensRecalled();
    for (Attachment file : before.reversed()) {
      if (isShown(file)) {
        continue;
      }
      boolean large = file.size() > intake.settings().mostBytes();
      tokens -= TokenEstimate.of(file);
      if (tokens < 0 || (!large && file.size() > room)) {
        return;
      }
      if (large) {
        intake.given(tenant, file.sha256()).ifPresent(where -> given.put(file.sha256(), where));
      } else {
        intake.store().find(tenant, file.sha256()).ifPresent(bytes -> show(file, bytes));
      }
    }
  }

  private boolean isShown(Attachment file) {
    return contents.containsKey(file.sha256()) || given.containsKey(file.sha256());
  }

  Map<String, AttachmentContent> contents() {
    return contents;
  }

  Map<String, ProviderFile> given() {
    return given;
  }
}
