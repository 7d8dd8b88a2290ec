package dev.parley.conversation;

import dev.parley.attachment.Attachment;
import dev.parley.identity.MessageId;
import dev.parley.identity.UserId;
import dev.parley.model.ModelMessage;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One request with all that happened up to its answer: an entry of a conversation's history.
///
/// @param id the id of the first message that it answers
/// @param steps what the model said and its tools found, in order, the answer last
/// @param answer the visible text of the answer
/// @param pictures and other files that the model and its tools made for it
/// @param model the model that answered; empty where what people said was only read
/// @param tokens how much of the model's context the turn takes, as an estimate
/// @param replyReference the answer as its platform knows it, where the platform names it: the ids
///     of its messages, with blanks between them
public record Turn(
    MessageId id,
    Instant askedAt,
    List<Utterance> questions,
    List<ModelMessage> steps,
    String answer,
    List<Attachment> pictures,
    String model,
    TokenUsage usage,
    int tokens,
    Optional<String> replyReference) {
  /// @param pictures missing where an older version stored it
  public Turn {
    questions = List.copyOf(questions);
    steps = List.copyOf(steps);
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("a turn answers at least one message");
    }
  }

  /// Whether this message is one that the turn answers, or its answer.
  public boolean holds(MessageId message) {
    return asks(message)
        || replyReference
            .filter(reference -> List.of(reference.split(" ")).contains(message.value()))
            .isPresent();
  }

  /// Whether this message is one that the turn answers.
  public boolean asks(MessageId message) {
    return questions.stream().anyMatch(question -> question.id().equals(message));
  }

  /// The answer's words, and the names of its pictures.
  public String answerInWords() {
    return answer
        + pictures.stream()
            .map(picture -> "\n[made: " + picture.name() + "]")
            .collect(Collectors.joining());
  }

  /// What is left of the turn once a message is forgotten; nothing where it answered only that.
  public Optional<Turn> without(MessageId message) {
    List<Utterance> others =
        questions.stream().filter(question -> !question.id().equals(message)).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(about(others));
  }

  /// Whether this person said something of what the turn is about.
  public boolean quotes(UserId person) {
    return questions.stream().anyMatch(question -> question.author().id().equals(person));
  }

  /// What is left of the turn once a person is forgotten who said something of it. An answer is
  /// made of all that was asked, so others' words stay only where they were read and not answered.
  public Optional<Turn> without(UserId person) {
    List<Utterance> others =
        questions.stream().filter(question -> !question.author().id().equals(person)).toList();
    return others.isEmpty() || !model.isEmpty() ? Optional.empty() : Optional.of(about(others));
  }

  private Turn about(List<Utterance> others) {
    return new Turn(
        id, askedAt, others, steps, answer, pictures, model, usage, tokens, replyReference);
  }

  public Turn withReplyReference(Optional<String> reference) {
    return new Turn(
        id, askedAt, questions, steps, answer, pictures, model, usage, tokens, reference);
  }
}
