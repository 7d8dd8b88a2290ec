package dev.parley.engine;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.conversation.Turn;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.TurnLostException;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ReplyChannel;
import dev.parley.turn.Cancellation;
import dev.parley.turn.Compactor;
import dev.parley.turn.Persistence;
import dev.parley.turn.TurnCancelledException;
import dev.parley.turn.TurnFiles;
import dev.parley.turn.TurnOutcome;
import dev.parley.turn.TurnResult;
import dev.parley.turn.TurnRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a claimed turn to its end: run, word, store, post, done; or leaves it to another
/// instance where that cannot be.
final class TurnDesk {
  private static final Logger log = LoggerFactory.getLogger(TurnDesk.class);

  private final Inbox inbox;
  private final TurnRunner runner;
  private final Compactor compactor;
  private final ReplyChannels channels;
  private final Backlogs backlogs;
  private final FileGathering files;
  private final PrivateOffers offers;
  private final int mostTakeOvers;
  private final BooleanSupplier wantNext;

  TurnDesk(
      BotEngine.Store store,
      TurnRunner runner,
      Compactor compactor,
      Platforms platforms,
      int mostTakeOvers,
      BooleanSupplier wantNext) {
    this.inbox = store.inbox();
    this.runner = runner;
    this.compactor = compactor;
    this.channels = new ReplyChannels(platforms, store.journal(), store.attachments().store());
    this.files = new FileGathering(store.attachments());
    this.backlogs = new Backlogs(inbox, files);
    this.offers = new PrivateOffers(platforms, runner, store.journal());
    this.mostTakeOvers = mostTakeOvers;
    this.wantNext = wantNext;
  }

  /// Runs the turn to its end.
  ///
  /// @return the next turn of the conversation, where one waits and is wanted
  Optional<ClaimedTurn> handle(ClaimedTurn turn, Cancellation cancellation) {
    try {
      return answer(turn, cancellation);
    } catch (TurnLostException | TurnCancelledException given) {
      log.info("turn {} goes to another instance: {}", turn.lease().turn(), given.getMessage());
      giveBack(turn, cancellation);
    } catch (StoreUnavailableException away) {
      log.warn(
          "turn {} goes on when its lease has run out: {}", turn.lease().turn(), away.getMessage());
    } catch (DeliveryException undeliverable) {
      return undeliverable.retriable()
          ? left(turn, undeliverable)
          : ended(turn, undeliverable, cancellation);
    } catch (RuntimeException failure) {
      return left(turn, failure);
    }
    return Optional.empty();
  }

  private static Optional<ClaimedTurn> left(ClaimedTurn turn, RuntimeException failure) {
    log.error(
        "turn {} could not be finished here; it is tried again when its lease runs out",
        turn.lease().turn(),
        failure);
    return Optional.empty();
  }

  /// Nobody can be told any more, now or later: the conversation goes on without.
  private Optional<ClaimedTurn> ended(
      ClaimedTurn turn, DeliveryException undeliverable, Cancellation cancellation) {
    log.warn(
        "turn {} ends, and nobody can be told: {}",
        turn.lease().turn(),
        undeliverable.getMessage());
    try {
      return done(turn, Optional.empty(), cancellation);
    } catch (TurnLostException | TurnCancelledException | StoreUnavailableException away) {
      return left(turn, away);
    }
  }

  private Optional<ClaimedTurn> answer(ClaimedTurn turn, Cancellation cancellation) {
    try (ReplyChannels.Open channel = channels.open(turn)) {
      if (turn.progress().withdrawn()) {
        return takeBack(turn, channel.channel(), cancellation);
      }
      if (turn.progress().stopRequested()) {
        cancellation.cancel(Cancellation.Cause.STOPPED);
      }
      Optional<Turn> memory = Optional.empty();
      Reply reply;
      if (turn.progress().answer().isPresent()) {
        reply = turn.progress().answer().get();
      } else {
        Ran ran = run(turn, channel, cancellation);
        memory = ran.result().memory().map(kept -> kept.withReplyReference(channel.reference()));
        reply =
            OutcomeWording.reply(
                ran.result().outcome(), ran.result().files(), ran.notes(), ran.result().waiting());
        store(turn, reply, memory, cancellation);
      }
      return finish(turn, channel.channel(), reply, memory, cancellation);
    }
  }

  private Optional<ClaimedTurn> takeBack(
      ClaimedTurn turn, ReplyChannel channel, Cancellation cancellation) {
    Persistence.insist(cancellation, channel::retract);
    return done(turn, Optional.empty(), cancellation);
  }

  /// @param notes what people are told besides
  private record Ran(TurnResult result, List<String> notes) {
    static Ran failed() {
      TurnOutcome outcome = new TurnOutcome.Failed(TurnOutcome.Failure.INTERNAL);
      return new Ran(TurnResult.of(outcome), List.of());
    }
  }

  private Ran run(ClaimedTurn turn, ReplyChannels.Open channel, Cancellation cancellation) {
    if (turn.progress().takeOvers() > mostTakeOvers) {
      log.error("turn {} is given up after {} owners", turn.lease().turn(), mostTakeOvers + 1);
      TurnResult end = runner.givenUp(turn);
      return new Ran(end, end.notes());
    }
    try {
      ClaimedTurn knowing = knowing(turn, channel);
      TurnFiles all =
          files.gather(
              knowing, channels.adapter(turn).attachments(), channel.audience(), cancellation);
      TurnResult result = runner.run(knowing, all, channel.audience(), cancellation);
      return new Ran(
          result, Stream.concat(all.refusals().stream(), result.notes().stream()).toList());
    } catch (TurnLostException | TurnCancelledException | StoreUnavailableException elsewhere) {
      throw elsewhere;
    } catch (RuntimeException defect) {
      log.error("turn {} failed", turn.lease().turn(), defect);
      return Ran.failed();
    }
  }

  private ClaimedTurn knowing(ClaimedTurn turn, ReplyChannels.Open channel) {
    if (!Backlogs.mayBeMissing(turn)) {
      return turn;
    }
    channel.audience().working("Reading the thread …");
    return backlogs.read(turn, channels.adapter(turn), channel.audience());
  }

  private void store(
      ClaimedTurn turn, Reply reply, Optional<Turn> memory, Cancellation cancellation) {
    Persistence.insist(cancellation, () -> inbox.answered(turn.lease(), reply, memory));
  }

  private Optional<ClaimedTurn> finish(
      ClaimedTurn turn,
      ReplyChannel channel,
      Reply reply,
      Optional<Turn> memory,
      Cancellation cancellation) {
    Persistence.insist(cancellation, () -> channel.finish(reply));
    offers.after(turn, reply);
    return done(turn, compaction(turn, memory, cancellation), cancellation);
  }

  private Optional<ClaimedTurn> done(
      ClaimedTurn turn, Optional<Compaction> compaction, Cancellation cancellation) {
    return Persistence.insist(
        cancellation, () -> inbox.done(turn.lease(), compaction, wantNext.getAsBoolean()));
  }

  /// A summary can wait until after the next turn; who stops the turn or this instance, cannot.
  private Optional<Compaction> compaction(
      ClaimedTurn turn, Optional<Turn> memory, Cancellation cancellation) {
    try {
      return cancellation.interruptibly(() -> compactor.compact(turn, memory));
    } catch (TurnCancelledException cancelled) {
      log.debug("turn {} leaves its summary to the next: {}", turn.lease(), cancelled.getMessage());
      return Optional.empty();
    }
  }

  private void giveBack(ClaimedTurn turn, Cancellation cancellation) {
    if (cancellation.cause().filter(Cancellation.Cause.DRAINING::equals).isEmpty()) {
      return;
    }
    try {
      inbox.release(turn.lease());
    } catch (RuntimeException failure) {
      log.warn(
          "turn {} is taken over when its lease runs out: {}",
          turn.lease().turn(),
          failure.getMessage());
    }
  }
}
