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
import java.util.function.Predicate;

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
    find(outlet::isBeginning).ifPresent(ids::add);
    return isBegun();
  }

  /// A message of which nothing was kept.
  private Optional<String> find(Predicate<JsonNode> sought) {
    return doubt
        ? outlet.posted().stream()
            .filter(sought)
            .map(message -> message.path("id").asText())
            .filter(id -> !ids.contains(id))
            .findFirst()
        : Optional.empty();
  }

  /// Whoever was out of action for a while may post what another one has answered by now. Discord
  /// makes one message of both, which stays; only a second one is taken away.
  private void add(JsonNode posted, int number) {
    put(number, posted.path("id").asText());
    try {
      stillOurs();
    } catch (RuntimeException lost) {
      if (outlet.posted().stream().anyMatch(earlier -> isTwin(earlier, posted, number))) {
        outlet.delete(posted.path("id").asText());
      }
      throw lost;
    }
  }

  private void put(int number, String id) {
    if (number < ids.size()) {
      ids.set(number, id);
    } else {
      ids.add(id);
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
      for (int number = 0; number < pages.size(); number++) {
        complete(pages.get(number), number);
      }
      if (ids.size() > pages.size()) {
        stillOurs();
        deleteFrom(pages.size());
      }
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
    }
    Optional<String> before = find(message -> isPart(message, page, number));
    if (before.isPresent()) {
      put(number, before.get());
      stillOurs();
    } else {
      post(page, number);
    }
    if (doubt && number == 0 && !edited(ids.getFirst(), page)) {
      post(page, number);
    }
  }

  /// A beginning may say anything yet; the others are posted when all is known.
  private boolean isPart(JsonNode message, Page page, int number) {
    return number == 0
        ? outlet.isBeginning(message)
        : message.path("content").asText().equals(page.content());
  }

  /// Posts a message that is not there any more anew: Discord must not take it for the one before.
  private void post(Page page, int number) {
    outlet.room().count("posts", Paces.POSTS);
    Page whole = number < ids.size() ? page.insteadOf(ids.get(number)) : page;
    add(outlet.post(whole, number, () -> true), number);
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

  /// Takes away what an answer from before has beyond this one. What is gone stays known, so that
  /// Discord does not take a later message for it.
  private void deleteFrom(int number) {
    ids.subList(number, ids.size()).reversed().forEach(outlet::delete);
  }

  /// Takes all messages away; repeated, it changes nothing.
  void retract() {
    over = true;
    lock.lock();
    try {
      if (!isBegun()) {
        found();
      }
      deleteFrom(0);
    } finally {
      lock.unlock();
    }
  }

  /// Shows nothing any more.
  void abandon() {
    over = true;
  }
}
