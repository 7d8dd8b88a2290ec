package dev.parley.web;

import dev.parley.message.ReplyAction;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomPost;
import dev.parley.platform.RoomView;
import dev.parley.platform.ToolStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What pages get of a room: its posts and drafts, with their text as safe HTML.
final class RoomJson {
  private final WebMarkdown markdown;

  RoomJson(WebMarkdown markdown) {
    this.markdown = markdown;
  }

  record Person(String id, String name) {}

  record Post(
      String id,
      String at,
      Person author,
      boolean bot,
      String text,
      String html,
      String tone,
      Optional<String> turn,
      Optional<String> thread,
      List<RoomFiles.View> files,
      List<Action> actions,
      List<Step> steps) {}

  /// What a tool does or did for an answer.
  record Step(String id, String title, String state, String detail) {}

  /// A button that says a command line.
  record Action(String label, String line, String style) {}

  record Draft(
      String id,
      String turn,
      String conversation,
      String asker,
      Optional<String> thread,
      String status,
      String html,
      List<Step> steps) {}

  /// A whole room.
  record Room(String room, String position, List<Post> posts, List<Draft> drafts) {}

  /// What one reading of a room gave.
  record Reading(List<Post> posts, List<Draft> drafts, String position) {}

  /// What changed in a room.
  ///
  /// @param drafts those that are new or grew
  /// @param draftIds all that there are now
  record Change(List<Post> posts, List<Draft> drafts, List<String> draftIds) {}

  Room room(RoomName room, RoomView view) {
    Reading reading = reading(room.value(), view);
    return new Room(room.value(), reading.position(), reading.posts(), reading.drafts());
  }

  Reading reading(String room, RoomView view) {
    return new Reading(
        view.posts().stream().map(post -> post(room, post)).toList(),
        view.drafts().stream().map(this::draft).toList(),
        view.position());
  }

  private Post post(String room, RoomPost post) {
    return new Post(
        post.id(),
        post.at().toString(),
        new Person(post.author().id().value(), post.author().name()),
        post.author().id().equals(PostNaming.BOT),
        post.markdown(),
        markdown.html(post.markdown()),
        post.tone().name().toLowerCase(Locale.ROOT),
        post.turn(),
        post.thread(),
        files(room, post),
        actions(post.actions()),
        steps(post.steps()));
  }

  private static List<Step> steps(List<ToolStep> steps) {
    return steps.stream()
        .map(
            step ->
                new Step(
                    step.id(),
                    step.title(),
                    step.state().name().toLowerCase(Locale.ROOT),
                    step.detail()))
        .toList();
  }

  private static List<RoomFiles.View> files(String room, RoomPost post) {
    return Stream.concat(
            SentFiles.views(room, post.sent()).stream(),
            RoomFiles.views(room, post.files()).stream())
        .toList();
  }

  static List<Action> actions(List<ReplyAction> actions) {
    return actions.stream()
        .map(
            action ->
                new Action(
                    action.label(), action.line(), action.style().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private Draft draft(RoomDraft draft) {
    return new Draft(
        draft.id(),
        draft.turn(),
        draft.conversation(),
        draft.asker(),
        draft.thread(),
        draft.status(),
        markdown.html(draft.markdown()),
        steps(draft.steps()));
  }
}
