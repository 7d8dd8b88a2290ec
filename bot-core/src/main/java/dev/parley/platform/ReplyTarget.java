package dev.parley.platform;

import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import java.util.Optional;
import java.util.function.Consumer;

/// Where the answer of a turn goes.
///
/// @param message the last message that is answered
/// @param reference the reply that an earlier owner of the turn posted already, as its platform
///     knows it
/// @param again whether it stands in the place of an answer that was given before
/// @param keepReference stores the reference of a reply as soon as it is posted; throws where the
///     turn was lost
/// @param files where the bytes of the reply's files are
public record ReplyTarget(
    TurnRef turn,
    InboundMessage message,
    Optional<String> reference,
    boolean again,
    Consumer<String> keepReference,
    FileContents files) {}
