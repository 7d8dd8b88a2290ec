package dev.parley.engine;

import dev.parley.attachment.AttachmentStore;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.TurnJournal;
import dev.parley.platform.FileContents;
import dev.parley.platform.PlatformAdapter;
import dev.parley.platform.ReplyChannel;
import dev.parley.platform.ReplyTarget;
import dev.parley.platform.ToolStep;
import dev.parley.turn.Audience;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the ways to answer turns, and remembers which replies were posted on them.
final class ReplyChannels {
  private static final Logger log = LoggerFactory.getLogger(ReplyChannels.class);
  private static final String REPLY = "reply";
  private static final String AGAIN = "again";

  private final Platforms platforms;
  private final TurnJournal journal;
  private final AttachmentStore files;

  ReplyChannels(Platforms platforms, TurnJournal journal, AttachmentStore files) {
    this.platforms = platforms;
    this.journal = journal;
    this.files = files;
  }

  Open open(ClaimedTurn turn) {
    return new Open(turn, adapter(turn), journal, contents(files, tenant(turn)));
  }

  PlatformAdapter adapter(ClaimedTurn turn) {
    PlatformName name = tenant(turn).platform();
    return platforms
        .adapter(name)
        .orElseThrow(() -> new IllegalStateException("no adapter for the platform " + name));
  }

  private static TenantId tenant(ClaimedTurn turn) {
    return turn.lease().turn().conversation().tenant();
  }

  static FileContents contents(AttachmentStore files, TenantId tenant) {
    return file -> files.find(tenant, file.sha256());
  }

  /// One open way, and what came of it.
  static final class Open implements AutoCloseable {
    private final ReplyChannel channel;
    private final boolean streams;
    private volatile Optional<String> reference;

    private Open(
        ClaimedTurn turn, PlatformAdapter adapter, TurnJournal journal, FileContents files) {
      reference = Optional.ofNullable(turn.progress().journal().get(REPLY));
      streams = adapter.capabilities().streams();
      channel =
          adapter.replyTo(
              new ReplyTarget(
                  turn.lease().turn(),
                  turn.lastMessage(),
                  reference,
                  turn.progress().journal().containsKey(AGAIN),
                  posted -> {
                    journal.replace(turn.lease(), REPLY, posted);
                    reference = Optional.of(posted);
                  },
                  files));
    }

    ReplyChannel channel() {
      return channel;
    }

    /// The reply as the platform knows it, once it is posted.
    Optional<String> reference() {
      return reference;
    }

    /// Shows progress; what cannot be shown is passed over, since the whole answer comes at the
    /// end.
    Audience audience() {
      return new Audience() {
        @Override
        public void working(String status) {
          shown(() -> channel.working(status));
        }

        @Override
        public void step(ToolStep step) {
          shown(() -> channel.step(step));
        }

        @Override
        public void hears(String delta) {
          if (streams) {
            shown(() -> channel.stream(delta));
          }
        }
      };
    }

    private static void shown(Runnable progress) {
      try {
        progress.run();
      } catch (RuntimeException failure) {
        log.debug("progress was not shown", failure);
      }
    }

    @Override
    public void close() {
      shown(channel::close);
    }
  }
}
