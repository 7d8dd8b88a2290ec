package dev.parley.engine;

import dev.parley.consultation.QuotedPassage;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.inbox.TurnLostException;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.PlatformAdapter;
import dev.parley.turn.TurnRunner;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an asker, alone and after the answer, what documents say that were left out of it, since
/// not everybody may see them who can read it. Nobody is told twice, and what cannot be told now
/// never is: the answer does not depend on it.
final class PrivateOffers {
  private static final Logger log = LoggerFactory.getLogger(PrivateOffers.class);
  private static final String NOTED = "offer";

  private final Platforms platforms;
  private final TurnRunner runner;
  private final TurnJournal journal;

  PrivateOffers(Platforms platforms, TurnRunner runner, TurnJournal journal) {
    this.platforms = platforms;
    this.runner = runner;
    this.journal = journal;
  }

  /// Sees to it after a turn was answered, and waits for none of what takes long.
  void after(ClaimedTurn turn, Reply answer) {
    TenantId tenant = turn.lastMessage().place().tenant();
    if (answer.tone() == Reply.Tone.FAILURE
        || !platforms.tells(tenant.platform())
        || turn.progress().journal().containsKey(NOTED)
        || !runner.keepsBack(turn)) {
      return;
    }
    try {
      journal.record(turn.lease(), NOTED, "begun");
    } catch (StoreUnavailableException | TurnLostException away) {
      log.info("no offer after turn {}: {}", turn.lease().turn(), away.getMessage());
      return;
    }
    Thread.ofVirtual().name("offer " + turn.lease().turn().id()).start(() -> offer(turn));
  }

  private void offer(ClaimedTurn turn) {
    try {
      List<QuotedPassage> found = runner.keptBack(turn);
      if (!found.isEmpty()) {
        platforms
            .adapter(turn.lastMessage().place().tenant().platform())
            .ifPresent(adapter -> tell(adapter, turn.lastMessage(), found));
      }
    } catch (DeliveryException undeliverable) {
      log.info("no offer after turn {}: {}", turn.lease().turn(), undeliverable.getMessage());
    } catch (RuntimeException failure) {
      log.warn("no offer after turn {}", turn.lease().turn(), failure);
    }
  }

  private static void tell(
      PlatformAdapter adapter, InboundMessage asked, List<QuotedPassage> found) {
    String where = adapter.channelName(asked.place());
    adapter.tell(
        asked.place().tenant(),
        asked.author().id(),
        OfferWording.reply(asked.text(), where, found));
  }
}
