package dev.parley.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentStore;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.tool.ToolResult;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rounds of a durable turn, in its journal, and their pictures, among the files.
final class StoredRounds implements RoundJournal {
  private static final Logger log = LoggerFactory.getLogger(StoredRounds.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final ClaimedTurn turn;
  private final TurnJournal journal;
  private final AttachmentStore files;

  StoredRounds(ClaimedTurn turn, TurnJournal journal, AttachmentStore files) {
    this.turn = turn;
    this.journal = journal;
    this.files = files;
  }

  @Override
  public Optional<ModelRound> recall(int round) {
    return Optional.ofNullable(turn.progress().journal().get(name(round)))
        .map(json -> read(json, ModelRound.class));
  }

  @Override
  public Optional<ToolResult> recall(int round, int call) {
    return Optional.ofNullable(turn.progress().journal().get(name(round, call)))
        .map(json -> read(json, ToolResult.class));
  }

  /// A turn goes on without its journal while the store is away: to begin it anew would pay for the
  /// round again as well, and for certain.
  @Override
  public void keep(int round, ModelRound what) {
    keep(name(round), what);
  }

  @Override
  public void keep(int round, int call, ToolResult result) {
    keep(name(round, call), result);
  }

  private void keep(String name, Object what) {
    try {
      journal.record(turn.lease(), name, written(what));
    } catch (StoreUnavailableException away) {
      log.warn("{} of turn {} is in no journal", name, turn.lease().turn());
    }
  }

  @Override
  public boolean keepsPictures() {
    return true;
  }

  @Override
  public void keep(AttachmentContent picture) {
    files.keep(tenant(), picture);
  }

  @Override
  public Optional<AttachmentContent> find(Attachment picture) {
    return files.find(tenant(), picture.sha256());
  }

  private TenantId tenant() {
    return turn.lease().turn().conversation().tenant();
  }

  private static String name(int round) {
    return "round-" + round;
  }

  private static String name(int round, int call) {
    return name(round) + "-call-" + call;
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String written(Object what) {
    try {
      return JSON.writeValueAsString(what);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
