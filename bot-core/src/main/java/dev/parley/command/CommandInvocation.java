package dev.parley.command;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.message.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A command as somebody gave it.
///
/// @param mayManage whether the platform lets this person change settings for others here
/// @param administers whether this person may decide for the whole workspace or server
/// @param groups ids of the roles or user groups that this person is in
/// @param attachments files that came with it
/// @param address under which people find the message that it was written in; empty where it was
///     written in none
/// @param about what this person points at; empty where it is about nothing that was said
public record CommandInvocation(
    List<String> words,
    Map<String, String> options,
    Place place,
    Author author,
    boolean mayManage,
    boolean administers,
    Set<String> groups,
    List<AttachmentRef> attachments,
    Optional<String> address,
    Optional<Quoted> about) {
  public CommandInvocation {
    words = List.copyOf(words);
    options = Map.copyOf(options);
    groups = Set.copyOf(groups);
    attachments = List.copyOf(attachments);
  }

  /// A command without files.
  public CommandInvocation(
      List<String> words,
      Map<String, String> options,
      Place place,
      Author author,
      boolean mayManage,
      boolean administers,
      Set<String> groups) {
    this(
        words,
        options,
        place,
        author,
        mayManage,
        administers,
        groups,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// A command of somebody who decides for the whole tenant where they manage a place that others
  /// are in too: in direct messages everybody manages what concerns nobody else.
  public CommandInvocation(
      List<String> words,
      Map<String, String> options,
      Place place,
      Author author,
      boolean mayManage,
      Set<String> groups) {
    this(words, options, place, author, mayManage, mayManage && !place.direct(), groups);
  }

  /// A command of somebody who is in no group.
  public CommandInvocation(
      List<String> words,
      Map<String, String> options,
      Place place,
      Author author,
      boolean mayManage) {
    this(words, options, place, author, mayManage, Set.of());
  }

  /// The same command of an admin.
  CommandInvocation byAdmin() {
    return new CommandInvocation(
        words, options, place, author, true, true, groups, attachments, address, about);
  }

  /// Another command of the same person in the same place, with the same files.
  public CommandInvocation saying(List<String> others, Map<String, String> otherOptions) {
    return new CommandInvocation(
        others,
        otherOptions,
        place,
        author,
        mayManage,
        administers,
        groups,
        attachments,
        address,
        about);
  }

  /// The same command with these files.
  public CommandInvocation with(List<AttachmentRef> files) {
    return new CommandInvocation(
        words, options, place, author, mayManage, administers, groups, files, address, about);
  }

  /// The same command about this.
  public CommandInvocation about(Quoted what) {
    return new CommandInvocation(
        words,
        options,
        place,
        author,
        mayManage,
        administers,
        groups,
        attachments,
        address,
        Optional.of(what));
  }

  /// The same command as it is written in the message with this address.
  public CommandInvocation writtenAt(Optional<String> message) {
    return new CommandInvocation(
        words, options, place, author, mayManage, administers, groups, attachments, message, about);
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
