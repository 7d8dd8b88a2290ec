package dev.parley.inbox;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Turn;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.Requester;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages that wait for their turn, and the turns that run: the one place where it is decided who
/// answers what. One turn at a time in each conversation, in order.
///
/// All methods block, may be repeated with the same arguments, and throw
/// [dev.parley.conversation.StoreUnavailableException] where the store cannot be asked.
public interface Inbox {
  /// Stores a message unless it was handed in before. Once this returns, the message survives any
  /// crash.
  ///
  /// @param wantTurn whether this instance has room to run the message's turn at once
  Accepted accept(InboundMessage message, boolean wantTurn);

  /// Claims turns that nobody runs: waiting ones, and those whose owner's lease ran out.
  ///
  /// @param spoken the platforms that this instance can answer on; turns of others are not touched
  List<ClaimedTurn> claimDue(Set<PlatformName> spoken, int most);

  /// Lets the conversation of a turn begin with what was said before, unless it remembers something
  /// already or was reset.
  ///
  /// @return the conversation as it is then
  Conversation beginWith(Lease lease, Turn past);

  /// Stores the final answer: from here the model is not asked again for this turn.
  ///
  /// @param turn what the conversation remembers; empty where there is nothing to remember
  /// @throws TurnLostException where another instance owns the turn now
  void answered(Lease lease, Reply reply, Optional<Turn> turn);

  /// Ends a turn whose answer is posted: its messages leave the inbox.
  ///
  /// @param wantNext whether this instance has room for the conversation's next turn
  /// @return that next turn, where one waits and is wanted; nothing as well where the turn was lost
  Optional<ClaimedTurn> done(Lease lease, Optional<Compaction> compaction, boolean wantNext);

  /// Gives a turn back unfinished, for any instance to take at once.
  void release(Lease lease);

  /// Extends leases; to be called well within [#leaseTime()].
  Renewal renew(Collection<Lease> leases);

  /// Asks the owner of a turn, whichever instance that is, to stop it.
  StopOutcome stop(TurnRef turn, Requester by);

  /// The turn that runs in a place and has no answer yet; of those that belong to one person's own
  /// conversation, the asker's.
  Optional<TurnRef> running(Place place, UserId asker);

  /// Puts an edited message in the place of the one with its id, where that is not answered yet; a
  /// turn that runs begins anew.
  EditOutcome edit(InboundMessage message);

  /// Takes a message back, since its author did: it is not answered any more, and where it was, the
  /// conversation forgets it. Handed in later, it counts as a duplicate.
  void withdraw(TenantId tenant, MessageId message);

  /// How long an owner may stay silent before others take over.
  Duration leaseTime();

  /// Hears of work and stops until the subscription is closed.
  Subscription listen(InboxListener listener);

  /// Ends a subscription; idempotent.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
