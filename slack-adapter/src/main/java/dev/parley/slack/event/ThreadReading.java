package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what was said in a thread. Some apps may read but 15 messages a minute (docs.slack.dev,
/// "conversations.replies"): whatever Slack does not tell soon stays unread.
public final class ThreadReading {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReading.class);
  private static final String METHOD = "conversations.replies";
  private static final String PAGE = "200";
  private static final int MOST_PAGES = 5;
  private static final int MOST_CHARACTERS = 20_000;

  private final Workspace workspace;
  private final ReplyAddress address;
  private final String root;

  private ThreadReading(Workspace workspace, ReplyAddress address, String root) {
    this.workspace = workspace;
    this.address = address;
    this.root = root;
  }

  /// What was said in a message's thread before it: its beginning, and the latest of the rest.
  public static Backlog before(Workspace workspace, InboundMessage message) {
    return message
        .place()
        .thread()
        .map(
            root ->
                new ThreadReading(
                        workspace, ReplyAddress.of(message.replyAddress()), timestamp(root))
                    .read())
        .orElse(Backlog.NONE);
  }

  private static String timestamp(MessageId root) {
    return root.value().substring(root.value().lastIndexOf(':') + 1);
  }

  private Backlog read() {
    List<JsonNode> messages = new ArrayList<>();
    boolean complete = true;
    try {
      complete = readPages(messages);
    } catch (SlackCallException unread) {
      LOG.info("a thread is read in part: {}", unread.getMessage());
      complete = false;
    }
    return new Backlog(worthwhile(messages), complete);
  }

  /// @return whether there are no more pages
  private boolean readPages(List<JsonNode> messages) {
    ApiCall call = ApiCall.urgent(METHOD);
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = workspace.api().call(asking(call));
      answer.path("messages").forEach(messages::add);
      String next = answer.at("/response_metadata/next_cursor").asText("");
      if (next.isEmpty()) {
        return true;
      }
      call = ApiCall.passing(METHOD).with("cursor", next);
    }
    return false;
  }

  private ApiCall asking(ApiCall call) {
    return call.with("channel", address.channel())
        .with("ts", root)
        .with("latest", address.ts())
        .with("inclusive", "false")
        .with("limit", PAGE);
  }

  private List<Backlog.Line> worthwhile(List<JsonNode> messages) {
    SpokenWords words = new SpokenWords(workspace);
    List<Backlog.Line> said =
        messages.stream()
            .filter(message -> !message.path("ts").asText().equals(address.ts()))
            .flatMap(message -> words.of(address.channel(), message).stream())
            .toList();
    int from = said.size();
    int characters = said.isEmpty() ? 0 : said.getFirst().text().length();
    while (from > 1 && characters + said.get(from - 1).text().length() <= MOST_CHARACTERS) {
      from--;
      characters += said.get(from).text().length();
    }
    List<Backlog.Line> kept = new ArrayList<>(said.subList(0, Math.min(1, said.size())));
    kept.addAll(said.subList(Math.min(from, said.size()), said.size()));
    return kept;
  }
}
