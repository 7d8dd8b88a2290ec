package dev.parley.discord.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.AttachmentUnavailableException.Why;
import dev.parley.attachment.FileHosts;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.requests.Route;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the files of Discord's messages, from Discord's own hosts only: no redirect is followed.
/// Where an address has run out, the message tells a new one.
public final class DiscordFiles implements AttachmentSource {
  private static final Logger log = LoggerFactory.getLogger(DiscordFiles.class);

  private static final Duration WHOLE_DOWNLOAD = Duration.ofSeconds(60);
  private static final Set<String> HOSTS = Set.of("cdn.discordapp.com", "media.discordapp.net");
  private static final int OK = 200;

  private final DiscordApi api;
  private final FileHosts hosts;
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .followSslRedirects(false)
          .callTimeout(WHOLE_DOWNLOAD)
          .build();

  /// @param apiUrl of Discord's API, where it is not Discord's own: its files are on the same host
  public DiscordFiles(DiscordApi api, Optional<URI> apiUrl) {
    this.api = api;
    this.hosts = new FileHosts(HOSTS, apiUrl);
  }

  @Override
  public InputStream open(TenantId tenant, AttachmentRef file) {
    JsonNode source = FileRefs.source(file);
    if (source.has("p")) {
      try {
        return fetched(source.path("p").asText());
      } catch (AttachmentUnavailableException notShown) {
        log.info("the file {} is taken as it is: {}", file.id(), notShown.getMessage());
      }
    }
    return itself(source, file);
  }

  private InputStream itself(JsonNode source, AttachmentRef file) {
    try {
      return fetched(source.path("u").asText());
    } catch (AttachmentUnavailableException old) {
      if (!source.has("m") || (old.why() != Why.GONE && old.why() != Why.FORBIDDEN)) {
        throw old;
      }
      return fetched(asked(source, file.id()));
    }
  }

  private InputStream fetched(String url) {
    try {
      Response response =
          client
              .newCall(new Request.Builder().url(hosts.checked(url).toString()).build())
              .execute();
      if (response.code() != OK) {
        response.close();
        throw FileHosts.refused(response.code());
      }
      return response.body().byteStream();
    } catch (IOException away) {
      throw new AttachmentUnavailableException(Why.UNREACHABLE, away.toString(), away);
    }
  }

  /// The address that the message tells now.
  private String asked(JsonNode source, String file) {
    try {
      JsonNode message =
          api.call(
              ApiCall.of(
                  Route.Messages.GET_MESSAGE,
                  source.path("c").asText(),
                  source.path("m").asText()));
      for (JsonNode holder : List.of(message, message.path("message_snapshots"))) {
        for (JsonNode attachment : holder.findValues("attachments")) {
          for (JsonNode one : attachment) {
            if (one.path("id").asText().equals(file)) {
              return one.path("url").asText();
            }
          }
        }
      }
    } catch (DiscordCallException untold) {
      Why why = untold.isRefusal() ? Why.GONE : Why.UNREACHABLE;
      throw new AttachmentUnavailableException(why, String.valueOf(untold.getMessage()), untold);
    }
    throw new AttachmentUnavailableException(Why.GONE, "the message has it no more", null);
  }
}
