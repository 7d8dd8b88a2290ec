package dev.parley.discord.reply;

import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.event.BotIdentity;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.ReplyAddress;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Wish;
import dev.parley.platform.RateLimits;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/// Opens the ways to answer.
public final class Replies {
  /// A turn of another instance is taken over only after its lease ran out, so a message younger
  /// than this cannot have been answered elsewhere.
  private static final Duration SURELY_OURS = Duration.ofSeconds(2);

  private final DiscordApi api;
  private final RateLimits limits;
  private final Channels channels;
  private final Clock clock;

  public Replies(DiscordApi api, RateLimits limits, Channels channels, Clock clock) {
    this.api = api;
    this.channels = channels;
    this.limits = limits;
    this.clock = clock;
  }

  public ReplyChannel open(ReplyTarget target, BotIdentity bot) {
    ReplyAddress address = ReplyAddress.of(target.message().replyAddress());
    TurnRef turn = target.turn();
    Room room = new Room(limits, turn.conversation().tenant(), address.channel());
    Supplier<Outlet> direct =
        () ->
            new ChannelOutlet(
                api, turn, DirectOutlet.address(api, address.user()), bot.user(), room, true);
    Outlet outlet = outlet(turn, target.message().wish(), address, bot, room, direct);
    boolean doubt = target.reference().isPresent() || mayBeAnswered(target);
    return new DiscordReply(
        new LiveAnswer(outlet, target, doubt),
        outlet,
        new Pages(outlet, target.files()),
        direct,
        clock);
  }

  /// What an approved call came to is a message of its own: the place of the interaction holds the
  /// answer that asked for the approval.
  private Outlet outlet(
      TurnRef turn,
      Wish wish,
      ReplyAddress address,
      BotIdentity bot,
      Room room,
      Supplier<Outlet> direct) {
    Supplier<Outlet> channel =
        () ->
            new ChannelOutlet(
                api,
                turn,
                address,
                bot.user(),
                room,
                channels.letsWriteInThreads(address.channel()));
    if (address.interaction().isEmpty()) {
      return channel.get();
    }
    ReplyAddress.Interaction interaction = address.interaction().get();
    Supplier<Outlet> otherwise = interaction.member() && !interaction.hidden() ? channel : direct;
    return wish == Wish.RUN_TOOL
        ? otherwise.get()
        : new InteractionOutlet(api, turn, address, bot.application(), otherwise, room, clock);
  }

  private boolean mayBeAnswered(ReplyTarget target) {
    Duration age = Duration.between(target.message().sentAt(), clock.instant());
    return age.compareTo(SURELY_OURS) > 0;
  }
}
