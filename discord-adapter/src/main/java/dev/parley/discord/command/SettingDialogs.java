package dev.parley.discord.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.event.Channels;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Buttons under the settings, and the dialogs that they open: for a persona, which is long, and
/// for any setting.
final class SettingDialogs {
  private static final Logger LOG = LoggerFactory.getLogger(SettingDialogs.class);
  static final List<String> SHOW = List.of("settings", "show");
  private static final List<String> SET = List.of("settings", "set");
  private static final String ANY = "parley-setting";
  private static final String PERSONA = "parley-persona";
  private static final String SETTING = "setting";
  private static final String VALUE = "value";

  /// What a field of a dialog holds ("Component Reference", Text Input).
  private static final int LONGEST = 4_000;

  private final InboundHandler core;
  private final Deferral deferral;
  private final Channels channels;

  SettingDialogs(InboundHandler core, Deferral deferral, Channels channels) {
    this.core = core;
    this.deferral = deferral;
    this.channels = channels;
  }

  private Optional<CommandSpec> spec() {
    return core.commands().stream().filter(spec -> spec.words().equals(SET)).findFirst();
  }

  void addButtons(ArrayNode rows) {
    if (spec().isPresent()) {
      ArrayNode buttons = rows.addObject().put("type", 1).putArray("components");
      button(buttons, ANY, "Change a setting");
      button(buttons, PERSONA, "Write a persona");
    }
  }

  private static void button(ArrayNode buttons, String id, String label) {
    ObjectNode button = buttons.addObject().put("type", 2).put("style", 2);
    button.put("custom_id", id).put("label", label);
  }

  /// Opens the dialog of a pressed button.
  ///
  /// @return whether it was one of these
  boolean pressed(ButtonInteractionEvent pressed) {
    Optional<Modal> dialog =
        switch (pressed.getComponentId()) {
          case ANY -> spec().map(SettingDialogs::any);
          case PERSONA -> Optional.of(persona());
          default -> Optional.empty();
        };
    dialog.ifPresent(modal -> deferral.open(pressed, modal));
    return dialog.isPresent();
  }

  private static Modal persona() {
    return Modal.create(PERSONA, "Who I am here")
        .addComponents(
            Label.of(
                "Persona",
                "Who the bot is and how it speaks in this channel",
                TextInput.create(VALUE, TextInputStyle.PARAGRAPH)
                    .setMaxLength(LONGEST)
                    .setRequired(true)
                    .build()))
        .build();
  }

  private static Modal any(CommandSpec spec) {
    CommandOption setting = spec.options().getFirst();
    StringSelectMenu.Builder words = StringSelectMenu.create(SETTING).setRequired(true);
    setting.choices().forEach(choice -> words.addOption(choice, choice));
    return Modal.create(ANY, "How I behave here")
        .addComponents(
            Label.of("Setting", words.build()),
            Label.of(
                "Value",
                TextInput.create(VALUE, TextInputStyle.PARAGRAPH)
                    .setMaxLength(LONGEST)
                    .setRequired(true)
                    .build()))
        .build();
  }

  /// Sets what was entered; passes over the dialogs of others.
  void submitted(ModalInteractionEvent submitted) {
    String id = submitted.getModalId();
    if ((id.equals(ANY) || id.equals(PERSONA)) && deferral.isPromised(submitted, true)) {
      String setting =
          id.equals(PERSONA)
              ? "persona"
              : Optional.ofNullable(submitted.getValue(SETTING)).stream()
                  .flatMap(value -> value.getAsStringList().stream())
                  .findFirst()
                  .orElse("");
      String value =
          Optional.ofNullable(submitted.getValue(VALUE))
              .map(given -> given.getAsString())
              .orElse("");
      Reply reply = set(submitted, Map.of(SETTING, setting, VALUE, value));
      deferral.tell(submitted, true, reply.markdown());
    }
  }

  private Reply set(ModalInteractionEvent submitted, Map<String, String> options) {
    try {
      return core.onCommand(Visit.of(submitted, channels).invocation(SET, options));
    } catch (StoreUnavailableException away) {
      return Reply.failure(Questions.STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a setting could not be changed", defect);
      return Reply.failure(Questions.BROKEN);
    }
  }
}
