package dev.parley.engine;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.IntakeResult;
import dev.parley.conversation.Utterance;
import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.turn.Audience;
import dev.parley.turn.Cancellation;
import dev.parley.turn.TurnCancelledException;
import dev.parley.turn.TurnFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers the files that a turn is about: those of its messages, and of the files that were sent
/// and the pictures that were made before, the latest that fit.
final class FileGathering {
  private final AttachmentIntake intake;

  FileGathering(AttachmentIntake intake) {
    this.intake = intake;
  }

  /// The files of a turn. Whoever stops it meanwhile has its files left alone.
  TurnFiles gather(
      ClaimedTurn turn, AttachmentSource source, Audience audience, Cancellation cancellation) {
    try {
      return cancellation.interruptibly(() -> gathered(turn, source, audience));
    } catch (TurnCancelledException cancelled) {
      if (cancelled.why() == Cancellation.Cause.STOPPED) {
        return TurnFiles.NONE;
      }
      throw cancelled;
    }
  }

  private TurnFiles gathered(ClaimedTurn turn, AttachmentSource source, Audience audience) {
    Map<MessageId, List<IntakeResult>> asked = new HashMap<>();
    RecalledFiles files = new RecalledFiles(intake, tenant(turn));
    for (InboundMessage message : turn.messages()) {
      List<IntakeResult> results = take(turn, message.attachments(), source, audience);
      asked.put(message.id(), results);
      results.forEach(files::add);
    }
    files.recall(turn.conversation().files());
    return new TurnFiles(asked, files.contents(), files.given());
  }

  /// What was said before, with its files: the latest of them, and the first message's.
  List<Utterance> heard(
      ClaimedTurn turn, List<Backlog.Line> lines, AttachmentSource source, Audience audience) {
    Deque<Utterance> heard = new ArrayDeque<>();
    int room = intake.settings().mostFiles();
    for (Backlog.Line line : lines.reversed()) {
      boolean first = line.equals(lines.getFirst());
      List<AttachmentRef> files = line.attachments();
      List<AttachmentRef> wanted = first || files.size() <= room ? files : List.of();
      room -= wanted.size();
      heard.addFirst(utterance(line, take(turn, wanted, source, audience)));
    }
    return List.copyOf(heard);
  }

  private static Utterance utterance(Backlog.Line line, List<IntakeResult> results) {
    StringBuilder text = new StringBuilder(line.text());
    if (results.isEmpty()) {
      line.attachments().forEach(file -> text.append("\n(a file: " + file.name() + ")"));
    }
    for (IntakeResult result : results) {
      if (result instanceof IntakeResult.Refused refused) {
        text.append("\n(a file: " + refused.sentence() + ")");
      }
    }
    List<Attachment> taken =
        results.stream().flatMap(result -> result.readable().stream()).toList();
    return new Utterance(line.id(), line.author(), text.toString(), taken);
  }

  private List<IntakeResult> take(
      ClaimedTurn turn, List<AttachmentRef> files, AttachmentSource source, Audience audience) {
    return intake.take(
        tenant(turn), files, source, name -> audience.working("Reading " + name + " …"));
  }

  private static TenantId tenant(ClaimedTurn turn) {
    return turn.lease().turn().conversation().tenant();
  }
}
