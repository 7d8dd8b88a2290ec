package dev.parley.discord.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.api.Paces;
import dev.parley.platform.ReplyTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The messages of an answer, from its first words to its end. Used by the thread that shows
/// progress and by the one that finishes; one call to Discord at a time, and what nobody wants any
/// more is dropped before it is sent.
final class LiveAnswer {
  private final Outlet outlet;
  private final ReplyTarget target;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> ids = new ArrayList<>();
  private Optional<Page> shown = Optional.empty();
  private boolean doubt;
  private volatile boolean over;

  /// @param doubt whether another instance may have posted something already
  LiveAnswer(Outlet outlet, ReplyTarget target, boolean doubt) {
    this.outlet = outlet;
    this.target = target;
    this.doubt = doubt;
    target
        .reference()
        .filter(reference -> !reference.isBlank())
        .ifPresent(reference -> ids.addAll(List.of(reference.split(" "))));
  }

  boolean isBegun() {
    return !ids.isEmpty();
  }

  boolean isOver() {
    return over;
  }

  /// Shows how far the answer is.
  void grow(Page page) {
    lock.lock();
    try {
      if (!over && outlet.isClosing()) {
        move(page);
      }
      if (over || shown.filter(page::equals).isPresent()) {
        return;
      }
      if (isBegun() || found()) {
        stillOurs();
        outlet.edit(ids.getFirst(), page, () -> !over);
      } else {
        begin(page);
      }
      shown = Optional.of(page);
    } finally {
      lock.unlock();
    }
  }

  /// What was begun stays behind, and is not a part of the answer any more.
  private void move(Page page) {
    if (isBegun()) {
      stillOurs();
    }
    String id = outlet.move(page);
    ids.clear();
    ids.add(id);
    shown = Optional.of(page);
    stillOurs();
  }

  /// A beginning of which nothing comes back may be there all the same.
  private void begin(Page page) {
    boolean before = doubt;
    doubt = true;
    JsonNode posted = outlet.post(page, 0, () -> !over);
    if (posted.has("id")) {
      doubt = before;
      add(posted, 0);
    }
  }

  /// Whether a beginning of this answer is there, of which nothing was kept.
  private boolean found() {
    if (doubt) {
      outlet.posted().stream()
          .filter(outlet::isBeginning)
          .findFirst()
          .ifPresent(message -> ids.add(message.path("id").asText()));
    }
    return isBegun();
  }

  /// Whoever was out of action for a while may post what another one has answered by now. Discord
  /// makes one message of both, which stays; only a second one is taken away.
  private void add(JsonNode posted, int number) {
    ids.add(posted.path("id").asText());
    try {
      stillOurs();
    } catch (RuntimeException lost) {
      if (outlet.posted().stream().anyMatch(earlier -> isTwin(earlier, posted, number))) {
        outlet.delete(posted.path("id").asText());
      }
      throw lost;
    }
  }

  private boolean isTwin(JsonNode earlier, JsonNode posted, int number) {
    boolean same =
        number == 0
            ? outlet.isBeginning(earlier)
            : earlier.path("content").equals(posted.path("content"));
    return same
        && !ids.contains(earlier.path("id").asText())
        && earlier.path("id").asLong() < posted.path("id").asLong();
  }

  /// Keeps the messages for whoever takes the turn over, and finds out whether it is still this
  /// instance's.
  private void stillOurs() {
    try {
      target.keepReference().accept(String.join(" ", ids));
    } catch (StoreUnavailableException away) {
      doubt = true;
    } catch (RuntimeException lost) {
      over = true;
      throw lost;
    }
  }

  /// Completes the answer; repeated, it changes nothing.
  void finish(List<Page> pages) {
    over = true;
    lock.lock();
    try {
      if (!isBegun()) {
        found();
      }
      for (int number = 0; number < pages.size(); number++) {
        complete(pages.get(number), number);
      }
      trim(pages.size());
    } finally {
      lock.unlock();
    }
  }

  private void complete(Page page, int number) {
    if (number < ids.size()) {
      stillOurs();
      if (edited(ids.get(number), page)) {
        return;
      }
      ids.remove(number);
    }
    if (!posted(page, number)) {
      post(page, number);
      if (doubt && number == 0 && !edited(ids.getFirst(), page)) {
        ids.removeFirst();
        post(page, number);
      }
    }
  }

  private void post(Page page, int number) {
    outlet.room().count("posts", Paces.POSTS);
    add(outlet.post(page, number, () -> true), number);
    ids.add(number, ids.removeLast());
  }

  /// Whether the message was there to be edited.
  private boolean edited(String id, Page page) {
    outlet.room().count("edits", Paces.EDITS);
    try {
      outlet.edit(id, page, () -> true);
      return true;
    } catch (DiscordCallException failed) {
      if (failed.is(DiscordCallException.UNKNOWN_MESSAGE)) {
        return false;
      }
      throw failed;
    }
  }

  /// Whether a later message is there already, of which nothing was kept.
  private boolean posted(Page page, int number) {
    if (!doubt || number == 0) {
      return false;
    }
    Optional<String> before =
        outlet.posted().stream()
            .filter(message -> message.path("content").asText().equals(page.content()))
            .map(message -> message.path("id").asText())
            .filter(id -> !ids.contains(id))
            .findFirst();
    before.ifPresent(ids::add);
    return before.isPresent();
  }

  /// Takes away what an answer from before has beyond this one.
  private void trim(int count) {
    while (ids.size() > count) {
      outlet.delete(ids.getLast());
      ids.removeLast();
      stillOurs();
    }
  }

  /// Takes all messages away; repeated, it changes nothing.
  void retract() {
    over = true;
    lock.lock();
    try {
      if (!isBegun()) {
        found();
      }
      while (isBegun()) {
        outlet.delete(ids.getLast());
        ids.removeLast();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Shows nothing any more.
  void abandon() {
    over = true;
  }
}
