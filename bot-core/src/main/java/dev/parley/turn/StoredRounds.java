package dev.parley.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import java.io.UncheckedIOException;
import java.util.Optional;

/// The rounds of a durable turn, in its journal.
final class StoredRounds implements RoundJournal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ClaimedTurn turn;
  private final TurnJournal journal;

  StoredRounds(ClaimedTurn turn, TurnJournal journal) {
    this.turn = turn;
    this.journal = journal;
  }

  @Override
  public Optional<ModelRound> recall(int round) {
    return Optional.ofNullable(turn.progress().journal().get(name(round))).map(StoredRounds::read);
  }

  @Override
  public void keep(int round, ModelRound what) {
    journal.record(turn.lease(), name(round), written(what));
  }

  private static String name(int round) {
    return "round-" + round;
  }

  private static ModelRound read(String json) {
    try {
      return JSON.readValue(json, ModelRound.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String written(ModelRound round) {
    try {
      return JSON.writeValueAsString(round);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
