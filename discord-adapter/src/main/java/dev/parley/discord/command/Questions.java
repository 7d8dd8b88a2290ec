package dev.parley.discord.command;

import dev.parley.attachment.AttachmentRef;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.event.MessageMapper;
import dev.parley.discord.event.ReplyAddress;
import dev.parley.identity.MessageId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Questions that are asked by a command or a menu. The message that says that the bot thinks
/// becomes the answer.
final class Questions {
  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
  static final String STORE_AWAY =
      "I cannot reach my memory right now. Please try again in a minute.";
  static final String BROKEN = "Something went wrong on my side. Please try again.";
  private static final String FULL =
      "Too many questions wait here already. Please ask again later.";

  /// How long Discord lets an answer be written ("Receiving and Responding to Interactions").
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final InboundHandler core;
  private final Deferral deferral;
  private final Clock clock;

  Questions(InboundHandler core, Deferral deferral, Clock clock) {
    this.core = core;
    this.deferral = deferral;
    this.clock = clock;
  }

  /// A question, and how it is asked.
  ///
  /// @param shown the question as people see it above the answer
  /// @param hidden whether only the asker sees the answer
  /// @param wish what is asked for
  record Question(String text, String shown, List<AttachmentRef> files, boolean hidden, Wish wish) {
    /// A question that wants an answer.
    Question(String text, String shown, List<AttachmentRef> files, boolean hidden) {
      this(text, shown, files, hidden, Wish.ANSWER);
    }
  }

  /// Hands a question in that Discord was told to be answered.
  void ask(Interaction interaction, Visit visit, Question question) {
    Optional<String> problem = handedIn(interaction, visit, question);
    problem.ifPresent(what -> deferral.tell(interaction, question.hidden(), what));
  }

  private Optional<String> handedIn(Interaction interaction, Visit visit, Question question) {
    try {
      return core.onMessage(message(interaction, visit, question)) == MessageReceipt.REFUSED
          ? Optional.of(FULL)
          : Optional.empty();
    } catch (StoreUnavailableException away) {
      return Optional.of(STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a question by a command failed", defect);
      return Optional.of(BROKEN);
    }
  }

  private InboundMessage message(Interaction interaction, Visit visit, Question question) {
    ReplyAddress.Interaction place =
        new ReplyAddress.Interaction(
            interaction.getToken(),
            clock.instant().plus(LIFE).getEpochSecond(),
            question.hidden(),
            visit.member());
    ReplyAddress address =
        new ReplyAddress(
            visit.channel(),
            Optional.empty(),
            visit.author().id().value(),
            false,
            Optional.of(place),
            question.shown());
    String text = question.text();
    return new InboundMessage(
        new MessageId(interaction.getId()),
        visit.place(),
        visit.author(),
        visit.place().direct() ? Addressing.DIRECT : Addressing.MENTION,
        text.substring(0, Math.min(text.length(), InboundMessage.MOST_CHARACTERS)),
        MessageMapper.sentAt(interaction.getId()),
        address.text(),
        question.files(),
        visit.groups(),
        question.wish(),
        question.hidden());
  }
}
