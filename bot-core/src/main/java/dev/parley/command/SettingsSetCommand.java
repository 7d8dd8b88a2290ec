package dev.parley.command;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.ConversationStore;
import dev.parley.conversation.Setting;
import dev.parley.identity.SessionScope;
import dev.parley.message.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes how the bot behaves here.
public final class SettingsSetCommand implements Command {
  private static final int LONGEST_LANGUAGE = 60;

  private final ConversationStore store;
  private final List<String> models;

  /// @param models that may be chosen
  public SettingsSetCommand(ConversationStore store, List<String> models) {
    this.store = store;
    this.models = List.copyOf(models);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("settings", "set"),
        "Changes how the bot behaves here",
        List.of(
            CommandOption.choice(
                "setting",
                "which one",
                true,
                Stream.of(Setting.values()).map(Setting::word).toList()),
            CommandOption.suggested("value", "what it should be", true)),
        CommandSpec.Visibility.EVERYONE,
        CommandSpec.Access.MANAGERS);
  }

  @Override
  public Reply run(CommandInvocation invocation) {
    Setting setting = Setting.ofWord(invocation.option("setting").orElseThrow()).orElseThrow();
    String value = invocation.option("value").orElseThrow().strip();
    Optional<String> complaint = complaint(setting, value);
    if (complaint.isPresent()) {
      return Reply.notice(complaint.get());
    }
    store.override(invocation.place(), invocation.author().id(), setting, value);
    return Reply.answer("From the next message on, **" + setting.word() + "** is: " + value);
  }

  @Override
  public List<String> suggestions(String option, CommandInvocation invocation) {
    return invocation
        .option("setting")
        .filter(_ -> option.equals("value"))
        .flatMap(Setting::ofWord)
        .map(this::values)
        .orElse(List.of());
  }

  private List<String> values(Setting setting) {
    return switch (setting) {
      case MODEL -> models;
      case SCOPE -> Stream.of(SessionScope.values()).map(SessionScope::word).toList();
      case ANSWERS -> Stream.of(AnswerPolicy.values()).map(AnswerPolicy::word).toList();
      case PERSONA, LANGUAGE -> List.of();
    };
  }

  private Optional<String> complaint(Setting setting, String value) {
    return switch (setting) {
      case MODEL ->
          models.contains(value)
              ? Optional.empty()
              : Optional.of("`model` is one of " + String.join(", ", models) + ".");
      case SCOPE ->
          SessionScope.ofWord(value).isPresent()
              ? Optional.empty()
              : Optional.of("`scope` is one of channel, thread, user.");
      case ANSWERS ->
          AnswerPolicy.ofWord(value).isPresent()
              ? Optional.empty()
              : Optional.of("`answers` is one of mention, thread, always.");
      case PERSONA -> tooLong(setting, value, ConversationSettings.LONGEST_PERSONA);
      case LANGUAGE -> tooLong(setting, value, LONGEST_LANGUAGE);
    };
  }

  private static Optional<String> tooLong(Setting setting, String value, int longest) {
    return value.length() <= longest
        ? Optional.empty()
        : Optional.of(
            "`%s` has at most %,d characters, not %,d."
                .formatted(setting.word(), longest, value.length()));
  }
}
