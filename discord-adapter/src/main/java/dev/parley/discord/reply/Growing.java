package dev.parley.discord.reply;

import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.api.Paces;
import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.discord.text.DiscordText;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.ProgressPainter;
import dev.parley.platform.ToolStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Progress as Discord shows it: at first the bot types; then a message grows by edits, with what
/// the bot is at beneath it, and a button to stop it.
final class Growing implements ProgressPainter.Progress {
  /// How often a status is looked at anew.
  static final Duration LOOK = Duration.ofMillis(2_500);

  /// Discord shows for ten seconds that somebody types ("Trigger Typing Indicator").
  private static final Duration TYPING_LASTS = Duration.ofSeconds(8);

  private static final Duration BETWEEN_EDITS = Duration.ofSeconds(1);
  private static final Duration NAP = Duration.ofMillis(100);

  private final LiveAnswer answer;
  private final Outlet outlet;
  private final Clock clock;
  private final Instant began;
  private Instant typedAt = Instant.EPOCH;
  private StatusNote note = StatusNote.NONE;
  private volatile String text = "";

  Growing(LiveAnswer answer, Outlet outlet, Clock clock) {
    this.answer = answer;
    this.outlet = outlet;
    this.clock = clock;
    this.began = clock.instant();
  }

  /// The latest text, in case it has to wait.
  void hear(String whole) {
    text = whole;
  }

  @Override
  public void status(String what) {
    take(note.withStatus(what));
  }

  @Override
  public void steps(List<ToolStep> all) {
    take(note.withSteps(all));
  }

  private void take(StatusNote next) {
    boolean news = !next.equals(note);
    note = next;
    boolean patient = began.plus(LOOK).isAfter(clock.instant());
    if (answer.isBegun() ? news || outlet.isClosing() : !patient) {
      show();
    } else if (!answer.isBegun() && typedAt.plus(TYPING_LASTS).isBefore(clock.instant())) {
      typedAt = clock.instant();
      tried(outlet::typing);
    }
  }

  @Override
  public void text(String whole) {
    note = StatusNote.NONE;
    show();
  }

  @Override
  public Duration pace() {
    return BETWEEN_EDITS;
  }

  private void show() {
    if (awaitRoom()) {
      tried(() -> answer.grow(page()));
    }
  }

  private Page page() {
    String below = note.text();
    String before = outlet.before();
    String grown = DiscordText.growing(text, before.length() + below.length() + 1);
    String shown = grown.isBlank() ? below : below.isEmpty() ? grown : grown + "\n" + below;
    return Page.of(before + (shown.isBlank() ? "-# …" : shown), Under.GROWING);
  }

  /// Waits until the channel has room, unless the answer is over before.
  private boolean awaitRoom() {
    String what = answer.isBegun() ? "edits" : "posts";
    Optional<Duration> wait =
        outlet.room().take(what, answer.isBegun() ? Paces.EDITS : Paces.POSTS);
    while (wait.isPresent() && !answer.isOver()) {
      Instant until = clock.instant().plus(wait.get());
      while (clock.instant().isBefore(until) && !answer.isOver()) {
        LockSupport.parkNanos(NAP.toNanos());
      }
      wait =
          answer.isOver()
              ? Optional.empty()
              : outlet.room().take(what, answer.isBegun() ? Paces.EDITS : Paces.POSTS);
    }
    return !answer.isOver();
  }

  private static void tried(Runnable showing) {
    try {
      showing.run();
    } catch (DiscordCallException notNow) {
      throw new DeliveryException(String.valueOf(notNow.getMessage()), true, notNow);
    }
  }
}
