package dev.parley.discord.command;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.event.Channels;
import dev.parley.platform.InboundHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Offers values of options while people type.
final class Completion {
  private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

  /// What Discord shows ("Application Command Option Choice Structure").
  private static final int MOST = 25;

  private static final int LONGEST = 100;

  private final InboundHandler core;
  private final Channels channels;

  Completion(InboundHandler core, Channels channels) {
    this.core = core;
    this.channels = channels;
  }

  void offer(CommandAutoCompleteInteractionEvent typing) {
    typing
        .replyChoiceStrings(
            offered(typing).stream()
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .limit(MOST)
                .toList())
        .queue(_ -> {}, late -> LOG.debug("nothing is offered: {}", late.toString()));
  }

  private List<String> offered(CommandAutoCompleteInteractionEvent typing) {
    List<String> words = Visit.words(typing);
    Map<String, String> options = new HashMap<>();
    typing.getOptions().forEach(option -> options.put(option.getName(), option.getAsString()));
    try {
      return core.suggestions(
          typing.getFocusedOption().getName(),
          Visit.of(typing, channels).invocation(words, options));
    } catch (StoreUnavailableException away) {
      return List.of();
    }
  }
}
