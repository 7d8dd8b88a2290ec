package dev.parley.slack.command;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.command.CommandInvocation;
import dev.parley.command.CommandSpec;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.SlackEventMapper;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Person;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what people type behind the bot's slash command: the core's commands, and `ask`. Each of
/// them can be a slash command of its own, where the app's manifest lists it.
final class SlashCommands {
  private static final Logger LOG = LoggerFactory.getLogger(SlashCommands.class);
  private static final String ASK = "ask";
  static final String STORE_AWAY =
      "I cannot reach my memory right now. Please try again in a minute.";
  static final String NOT_INSTALLED =
      "I am not installed in this workspace any more. Its admin can install me again.";
  static final String BROKEN = "Something went wrong on my side. Please try again.";

  private final InboundHandler core;
  private final Workspaces workspaces;
  private final Access access;
  private final Questions questions;

  SlashCommands(InboundHandler core, Workspaces workspaces, Access access, Questions questions) {
    this.core = core;
    this.workspaces = workspaces;
    this.access = access;
    this.questions = questions;
  }

  /// Runs a command; whatever happens, there is something to tell.
  CommandReply run(SlashCommandPayload typed) {
    try {
      Workspace workspace = workspaces.of(tenant(typed).id());
      Optional<String> refusal = access.refusal(workspace, typed.getUserId(), typed.getChannelId());
      if (refusal.isPresent()) {
        return CommandReply.forAsker(refusal.get());
      }
      String words = words(typed);
      if (words.equals(ASK) || words.startsWith(ASK + " ")) {
        return questions.ask(workspace, typed, words.substring(ASK.length()).strip());
      }
      return command(workspace, typed, words.isEmpty() ? "help" : words);
    } catch (UnknownWorkspaceException gone) {
      return CommandReply.forAsker(NOT_INSTALLED);
    } catch (StoreUnavailableException away) {
      return CommandReply.forAsker(STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("a command failed", defect);
      return CommandReply.forAsker(BROKEN);
    }
  }

  private String words(SlashCommandPayload typed) {
    String text = Optional.ofNullable(typed.getText()).orElse("").strip();
    String name = typed.getCommand().substring(1);
    return names().contains(name) ? (name + " " + text).strip() : text;
  }

  /// The first words that there are, each perhaps a slash command of its own.
  private Set<String> names() {
    Set<String> names = new TreeSet<>(Set.of(ASK));
    core.commands().forEach(spec -> names.add(spec.words().getFirst()));
    return names;
  }

  private CommandReply command(Workspace workspace, SlashCommandPayload typed, String words) {
    Reply reply = core.onCommandLine("/" + words, context(workspace, typed));
    String said =
        words.equals("help") ? reply.markdown() + "\n" + questions.help() : reply.markdown();
    return new CommandReply(inSlack(said, typed.getCommand()), visible(words), reply.files());
  }

  /// The core's commands begin with a slash of their own; here they follow the bot's.
  private String inSlack(String markdown, String typed) {
    String own = names().contains(typed.substring(1)) ? "/parley" : typed;
    return Pattern.compile("`/(?=(?:" + String.join("|", names()) + ")\\b)")
        .matcher(markdown)
        .replaceAll(Matcher.quoteReplacement("`" + own + " "));
  }

  private boolean visible(String line) {
    List<String> typed = List.of(line.split("\\s+"));
    return core.commands().stream()
        .filter(
            spec ->
                typed.size() >= spec.words().size()
                    && typed.subList(0, spec.words().size()).equals(spec.words()))
        .anyMatch(spec -> spec.visibility() == CommandSpec.Visibility.EVERYONE);
  }

  private CommandInvocation context(Workspace workspace, SlashCommandPayload typed) {
    Person person = workspace.people().person(typed.getUserId());
    boolean direct = typed.getChannelId().startsWith("D");
    Place place = new Place(tenant(typed), typed.getChannelId(), Optional.empty(), direct);
    Author author = new Author(new UserId(typed.getUserId()), person.name());
    return new CommandInvocation(List.of(), Map.of(), place, author, direct || person.manages());
  }

  static TenantId tenant(SlashCommandPayload typed) {
    String enterprise =
        typed.isEnterpriseInstall() ? Optional.ofNullable(typed.getEnterpriseId()).orElse("") : "";
    return new TenantId(
        InboundMessages.PLATFORM, SlackEventMapper.tenant(enterprise, typed.getTeamId()));
  }
}
