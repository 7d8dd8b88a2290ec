package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A command, a press or a submission of a person, to watch what comes of it.
public final class Interaction {
  /// A choice that is offered while somebody types.
  public record Choice(String name, String value) {}

  private final World world;
  private final InteractionState state;

  Interaction(World world, InteractionState state) {
    this.world = world;
    this.state = state;
  }

  InteractionState state() {
    return state;
  }

  public String id() {
    return state.id();
  }

  public DiscordChannel channel() {
    return state.channel();
  }

  /// The event that tells the bot of it.
  public Delivery delivery() {
    return state.delivery();
  }

  /// Tells the bot the same once more.
  public void redeliver() {
    synchronized (world) {
      world.gateway().again(delivery());
    }
  }

  /// Whether the bot has answered at all, which it must do within 3 seconds.
  public boolean acknowledged() {
    synchronized (world) {
      return state.isAnswered();
    }
  }

  /// Waits for the first answer; returns whether there is one.
  public boolean awaitAcknowledged(Duration limit) {
    return await(limit, state::isAnswered);
  }

  /// Whether the time for the first answer is over, and the person reads that the app did not
  /// respond.
  public boolean failed() {
    synchronized (world) {
      Instant end = state.created().plus(world.rules().ackWithin());
      return !state.isAnswered() && world.ids().now().isAfter(end);
    }
  }

  /// Whether the first answer only says that there will be one.
  public boolean deferred() {
    synchronized (world) {
      return state.callback() == 5 || state.callback() == 6;
    }
  }

  /// Whether only the person sees the answer.
  public boolean ephemeral() {
    return shown().map(ShownMessage::ephemeral).orElse(false);
  }

  /// The answer as the person sees it now; for a press, the message with the button unless the
  /// bot answers with another.
  public Optional<ShownMessage> shown() {
    synchronized (world) {
      return state.original().map(Post::shown);
    }
  }

  /// The text of the answer, empty where there is none yet.
  public String text() {
    return shown().map(ShownMessage::text).orElse("");
  }

  /// Waits until the answer is more than a promise; returns its text, empty where time is up.
  public String awaitText(Duration limit) {
    boolean there =
        await(limit, () -> state.original().filter(it -> !it.has(MessageFlag.LOADING)).isPresent());
    return there ? text() : "";
  }

  /// What the bot says beyond its answer, oldest first.
  public List<ShownMessage> followUps() {
    synchronized (world) {
      return state.followUps().stream().filter(it -> !it.isDeleted()).map(Post::shown).toList();
    }
  }

  /// The modal that it brought up.
  public Optional<ShownModal> modal() {
    synchronized (world) {
      return state.modal().map(wire -> new ShownModal(this, wire));
    }
  }

  /// Waits for the modal; throws `IllegalStateException` where none comes.
  public ShownModal awaitModal(Duration limit) {
    await(limit, () -> state.modal().isPresent());
    return modal().orElseThrow(() -> new IllegalStateException("no modal came up"));
  }

  /// Waits for the choices that are offered; none where time is up.
  public List<Choice> awaitChoices(Duration limit) {
    await(limit, () -> state.choices() != null);
    List<Choice> offered = new ArrayList<>();
    @Nullable JsonNode choices = state.choices();
    if (choices != null) {
      choices.forEach(it -> offered.add(choice(it)));
    }
    return offered;
  }

  private static Choice choice(JsonNode wire) {
    return new Choice(wire.path("name").asText(), wire.path("value").asText());
  }

  private boolean await(Duration limit, BooleanSupplier fulfilled) {
    Instant end = Instant.now().plus(limit);
    synchronized (world) {
      long left = limit.toMillis();
      while (!fulfilled.getAsBoolean() && left > 0) {
        try {
          world.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while the bot was to answer", e);
        }
        left = Duration.between(Instant.now(), end).toMillis();
      }
      return fulfilled.getAsBoolean();
    }
  }
}
