package dev.parley.discord.command;

import dev.parley.command.CommandOption;
import dev.parley.command.CommandSpec;
import dev.parley.message.Wish;
import dev.parley.platform.InboundHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the commands known to Discord. What Discord knows already is compared first: it takes
/// but 200 new commands a day ("Application Commands", rate limits). Commands of an older
/// version go.
final class Registration {
  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
  private static final long PATIENCE_SECONDS = 30;

  /// Limits of "Application Command Structure".
  private static final int LONGEST_SUMMARY = 100;

  private static final int MOST_CHOICES = 25;

  private final InboundHandler core;

  Registration(InboundHandler core) {
    this.core = core;
  }

  void compare(JDA session) {
    try {
      List<CommandData> wanted = wanted();
      List<Command> known =
          session.retrieveCommands(true).submit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!described(known.stream().map(CommandData::fromCommand).toList())
          .equals(described(wanted))) {
        session
            .updateCommands()
            .addCommands(wanted)
            .submit()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        LOG.info("Discord knows {} commands now", wanted.size());
      }
    } catch (ExecutionException | TimeoutException | RejectedExecutionException refused) {
      LOG.warn("the commands are not known to Discord: {}", refused.toString());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException defect) {
      LOG.error("the commands could not be made known to Discord", defect);
    }
  }

  private static Set<Map<String, Object>> described(List<CommandData> commands) {
    Set<Map<String, Object>> all = new HashSet<>();
    commands.forEach(command -> all.add(command.toData().toMap()));
    return all;
  }

  private List<CommandData> wanted() {
    Map<String, List<CommandSpec>> byName = new LinkedHashMap<>();
    core.commands()
        .forEach(
            spec ->
                byName.computeIfAbsent(spec.words().getFirst(), _ -> new ArrayList<>()).add(spec));
    List<CommandData> all = new ArrayList<>(List.of(ask()));
    byName.forEach((name, specs) -> all.add(slash(name, specs)));
    all.add(menu(MessageMenus.ASK));
    all.add(menu(MessageMenus.SUMMARISE));
    if (core.commands().stream().anyMatch(spec -> spec.words().equals(KnowledgeMenu.ADD))) {
      all.add(menu(KnowledgeMenu.NAME));
    }
    return all;
  }

  private static CommandData ask() {
    SlashCommandData ask = Commands.slash(SlashCommands.ASK, "Asks me a question");
    ask.addOption(OptionType.STRING, SlashCommands.QUESTION, "What you want to know", true);
    return question(ask, file(Wish.ANSWER));
  }

  /// A command whose answer is a turn: it takes a file, and may be for the asker's eyes only.
  private static CommandData question(SlashCommandData command, String file) {
    command.addOption(OptionType.ATTACHMENT, SlashCommands.FILE, file);
    command.addOption(OptionType.BOOLEAN, SlashCommands.PRIVATE, "Whether only you see the answer");
    return everywhere(command);
  }

  private static String file(Wish wish) {
    return switch (wish) {
      case ANSWER, RUN_TOOL -> "A picture, PDF or text it is about";
      case PICTURE -> "A picture to change";
    };
  }

  private static CommandData menu(String name) {
    return everywhere(Commands.message(name));
  }

  private static CommandData everywhere(CommandData command) {
    return command.setContexts(InteractionContextType.ALL).setIntegrationTypes(IntegrationType.ALL);
  }

  private static CommandData slash(String name, List<CommandSpec> specs) {
    CommandSpec first = specs.getFirst();
    SlashCommandData command =
        Commands.slash(name, summary(first.words().size() == 1 ? first.summary() : name));
    for (CommandSpec spec : specs) {
      if (spec.words().size() == 1) {
        command.addOptions(options(spec));
      } else {
        command.addSubcommands(
            new SubcommandData(spec.words().getLast(), summary(spec.summary()))
                .addOptions(options(spec)));
      }
    }
    if (specs.stream().allMatch(spec -> spec.access() != CommandSpec.Access.EVERYONE)) {
      command.setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
    }
    Optional<Wish> wish = first.wish();
    if (wish.isPresent()) {
      return question(command, file(wish.get()));
    }
    if (specs.stream().allMatch(Registration::concernsAskerAlone)) {
      return everywhere(command);
    }
    return command
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL);
  }

  /// Such a command makes sense as well where people bring the bot along.
  private static boolean concernsAskerAlone(CommandSpec spec) {
    return spec.visibility() == CommandSpec.Visibility.ASKER
        && spec.access() == CommandSpec.Access.EVERYONE
        && spec.words().size() == 1;
  }

  private static List<OptionData> options(CommandSpec spec) {
    return spec.options().stream()
        .sorted((one, other) -> Boolean.compare(other.required(), one.required()))
        .map(Registration::option)
        .toList();
  }

  private static OptionData option(CommandOption option) {
    if (option.isFile()) {
      return new OptionData(
          OptionType.ATTACHMENT, option.name(), summary(option.summary()), option.required());
    }
    OptionData data =
        new OptionData(
            OptionType.STRING, option.name(), summary(option.summary()), option.required());
    if (option.choices().size() <= MOST_CHOICES) {
      option.choices().forEach(choice -> data.addChoice(choice, choice));
    }
    return data.setAutoComplete(option.suggested() || option.choices().size() > MOST_CHOICES);
  }

  private static String summary(String text) {
    return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY - 1) + "…";
  }
}
