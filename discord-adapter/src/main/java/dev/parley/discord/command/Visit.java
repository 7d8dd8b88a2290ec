package dev.parley.discord.command;

import dev.parley.command.CommandInvocation;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.Places;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;

/// Who uses the bot without writing a message, and where.
///
/// @param manages whether they may decide for others there, as admins of a guild do
/// @param alone whether nobody else is concerned by what they set there
/// @param member whether the bot can write there by itself
/// @param groups the ids of their roles there
record Visit(
    Place place,
    String channel,
    Author author,
    boolean manages,
    boolean alone,
    boolean member,
    Set<String> groups) {
  static Visit of(Interaction interaction, Channels channels) {
    Optional<Member> one = Optional.ofNullable(interaction.getMember());
    User user = interaction.getUser();
    Author author =
        new Author(
            new UserId(user.getId()),
            named(one.map(Member::getEffectiveName).orElseGet(user::getEffectiveName), user));
    String channel = String.valueOf(interaction.getChannelId());
    Optional<String> guild =
        Optional.ofNullable(interaction.getGuild())
            .map(it -> it.getId())
            .filter(channels::isMember);
    if (guild.isPresent()) {
      boolean manages = one.filter(it -> it.hasPermission(Permission.MANAGE_SERVER)).isPresent();
      return new Visit(
          Places.of(channels.channel(channel).orElseGet(() -> unknown(channel, guild))),
          channel,
          author,
          manages,
          false,
          true,
          one.map(Visit::roles).orElseGet(Set::of));
    }
    boolean direct = interaction.getContext() == InteractionContextType.BOT_DM;
    Place place =
        direct
            ? Places.of(unknown(channel, guild))
            : new Place(Places.person(user.getId()), channel, Optional.empty(), false);
    return new Visit(place, channel, author, false, true, direct, Set.of());
  }

  private static Set<String> roles(Member member) {
    return member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet());
  }

  private static String named(String name, User user) {
    return Author.shown(name).isBlank() ? user.getId() : name;
  }

  private static Channels.Channel unknown(String id, Optional<String> guild) {
    return new Channels.Channel(id, guild, Optional.empty(), "", false);
  }

  /// The words of a command, as the core knows it.
  static List<String> words(CommandInteractionPayload command) {
    String second = command.getSubcommandName();
    return second == null ? List.of(command.getName()) : List.of(command.getName(), second);
  }

  Requester requester() {
    return new Requester(author.id(), manages);
  }

  CommandInvocation invocation(List<String> words, Map<String, String> options) {
    return new CommandInvocation(words, options, place, author, manages || alone, manages, groups);
  }
}
