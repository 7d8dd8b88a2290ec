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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rounds of a durable turn, in its journal, and their pictures, among the files. Used by one
/// thread, but for the pictures.
final class StoredRounds implements RoundJournal {
  private static final Logger log = LoggerFactory.getLogger(StoredRounds.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// The tools of rounds that are journaled no more, since the turn began anew.
  private static final String CALLED_BEFORE = "called";

  private final ClaimedTurn turn;
  private final TurnJournal journal;
  private final AttachmentStore files;
  private final Cancellation cancellation;
  private final Set<Integer> kept = new HashSet<>();
  private final BegunCalls begun;

  StoredRounds(
      ClaimedTurn turn, TurnJournal journal, AttachmentStore files, Cancellation cancellation) {
    this.turn = turn;
    this.journal = journal;
    this.files = files;
    this.cancellation = cancellation;
    this.begun = new BegunCalls(noted(), json -> read(json, ToolResult.class));
  }

  private Map<String, String> noted() {
    return turn.progress().journal();
  }

  @Override
  public Optional<ModelRound> recall(int round) {
    Optional<ModelRound> recalled =
        Optional.ofNullable(noted().get(name(round))).map(json -> read(json, ModelRound.class));
    recalled.ifPresent(_ -> kept.add(round));
    return recalled;
  }

  @Override
  public Optional<ToolResult> recall(int round, int call) {
    return Optional.ofNullable(noted().get(new CallName(round, call).result()))
        .map(json -> read(json, ToolResult.class));
  }

  /// A turn goes on without its journal while the store is away: to begin it anew would pay for
  /// the round again as well, and for certain.
  @Override
  public void keep(int round, ModelRound what) {
    if (tried(name(round), what)) {
      kept.add(round);
    }
  }

  @Override
  public void insist(int round, ModelRound what) {
    insist(name(round), written(what));
    kept.add(round);
  }

  @Override
  public boolean hasBegun(int round, int call) {
    return noted().containsKey(new CallName(round, call).begun());
  }

  @Override
  public void begin(int round, int call, String tool) {
    CallName name = new CallName(round, call);
    insist(name.begun(), tool);
    begun.begin(name, tool);
  }

  /// A result without its round is worth nothing: whoever takes the turn over asks the model
  /// anew, which may call something else.
  @Override
  public void keep(int round, int call, ToolResult result) {
    if (kept.contains(round)) {
      tried(new CallName(round, call).result(), result);
    }
  }

  @Override
  public void insist(int round, int call, ToolResult result) {
    CallName name = new CallName(round, call);
    begun.end(name, result);
    insist(name.result(), written(result));
  }

  private boolean tried(String name, Object what) {
    try {
      journal.record(turn.lease(), name, written(what));
      return true;
    } catch (StoreUnavailableException away) {
      log.warn("{} of turn {} is in no journal", name, turn.lease().turn());
      return false;
    }
  }

  private void insist(String name, String value) {
    Persistence.insist(cancellation, () -> journal.record(turn.lease(), name, value));
  }

  @Override
  public boolean wasCalledBefore(String tool) {
    return calledBefore().contains(tool);
  }

  private Set<String> calledBefore() {
    String tools = noted().getOrDefault(CALLED_BEFORE, "");
    return tools.isEmpty() ? Set.of() : Set.of(tools.split(" "));
  }

  /// What is known of the calls that began, of this owner of the turn and of earlier ones.
  Deeds deeds() {
    return new Deeds(begun.deeds(), calledBefore());
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
