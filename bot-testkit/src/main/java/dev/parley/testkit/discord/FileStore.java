package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Keeps and serves attachments, under addresses that expire.
public final class FileStore {
  private static final int PNG = 0x89504e47;

  private final Snowflakes ids;
  private final Duration lifetime;
  private final Address address;
  private final Map<String, SharedFile> files = new LinkedHashMap<>();
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<String, String> moved = new LinkedHashMap<>();
  private final Map<String, String> toldTypes = new LinkedHashMap<>();
  private final Map<String, Integer> toldSizes = new LinkedHashMap<>();
  private final Map<String, String> servedTypes = new LinkedHashMap<>();
  private final Map<String, byte[]> shown = new LinkedHashMap<>();
  private final List<String> downloads = new ArrayList<>();

  FileStore(Snowflakes ids, Duration lifetime, Address address) {
    this.ids = ids;
    this.lifetime = lifetime;
    this.address = address;
  }

  /// The fake's own address, known once it listens.
  @FunctionalInterface
  interface Address {
    String url();
  }

  /// From now on, who downloads a file with this name is sent to another address.
  public synchronized void move(String name, String to) {
    moved.put(name, to);
  }

  /// From now on, messages tell another type of files with this name than they have.
  public synchronized void tellType(String name, String mimeType) {
    toldTypes.put(name, mimeType);
  }

  /// From now on, messages tell another size of files with this name than they have.
  public synchronized void tellSize(String name, int bytes) {
    toldSizes.put(name, bytes);
  }

  /// From now on, files with this name are served as another type.
  public synchronized void serveAs(String name, String mimeType) {
    servedTypes.put(name, mimeType);
  }

  /// From now on, files with this name can be measured, and are shown in other formats like this.
  public synchronized void showAs(String name, byte[] content) {
    shown.put(name, content.clone());
  }

  /// From now on, nobody finds any file.
  public synchronized void forgetContents() {
    files.clear();
  }

  /// How often a file with this name was downloaded.
  public synchronized long downloads(String name) {
    return downloads.stream().filter(name::equals).count();
  }

  /// Keeps a file; returns it as messages describe it, without its addresses.
  synchronized ObjectNode keep(DiscordChannel channel, SharedFile file) {
    String id = ids.next();
    String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    files.put(id, file);
    paths.put(id, "/cdn/attachments/" + channel.id() + "/" + id + "/" + encoded);
    ObjectNode told = Json.object().put("id", id).put("filename", file.name());
    told.put("size", toldSizes.getOrDefault(file.name(), file.content().length));
    told.put("content_type", toldTypes.getOrDefault(file.name(), file.mimeType()));
    if (!file.description().isEmpty()) {
      told.put("description", file.description());
    }
    measure(file.content(), told);
    if (shown.containsKey(file.name())) {
      told.put("width", 4032).put("height", 3024);
    }
    return told;
  }

  private static void measure(byte[] content, ObjectNode told) {
    if (content.length > 24 && ByteBuffer.wrap(content).getInt() == PNG) {
      told.put("width", ByteBuffer.wrap(content).getInt(16));
      told.put("height", ByteBuffer.wrap(content).getInt(20));
    }
  }

  synchronized Optional<SharedFile> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /// The attachments with addresses that are good from now on.
  synchronized ArrayNode signed(ArrayNode attachments) {
    for (JsonNode attachment : attachments) {
      sign((ObjectNode) attachment);
    }
    return attachments;
  }

  ObjectNode sign(ObjectNode attachment) {
    String path = Objects.requireNonNull(paths.get(attachment.path("id").asText()));
    String issued = Long.toHexString(ids.now().getEpochSecond());
    String ends = Long.toHexString(ids.now().plus(lifetime).getEpochSecond());
    String mark = Integer.toHexString(Objects.hash(path, issued, ends));
    String url = address.url() + path + "?ex=" + ends + "&is=" + issued + "&hm=" + mark + "&";
    return attachment.put("url", url).put("proxy_url", url);
  }

  /// Serves a file while its address is good.
  synchronized void serve(Context request) {
    String id = request.pathParam("id");
    SharedFile file = files.get(id);
    if (file == null || !isGood(request, id)) {
      request.status(404).contentType("text/plain");
      request.result("This content is no longer available.");
      return;
    }
    String elsewhere = moved.get(file.name());
    if (elsewhere != null) {
      request.redirect(elsewhere);
      return;
    }
    downloads.add(file.name());
    request.contentType(servedTypes.getOrDefault(file.name(), file.mimeType()));
    if (request.queryParam("format") == null) {
      request.result(file.content());
    } else if (shown.containsKey(file.name())) {
      request.contentType("image/jpeg").result(shown.get(file.name()));
    } else {
      request.status(415);
    }
  }

  private boolean isGood(Context request, String id) {
    String ends = String.valueOf(request.queryParam("ex"));
    String issued = String.valueOf(request.queryParam("is"));
    String mark = Integer.toHexString(Objects.hash(paths.get(id), issued, ends));
    if (!mark.equals(request.queryParam("hm"))) {
      return false;
    }
    return ids.now().isBefore(Instant.ofEpochSecond(Long.parseLong(ends, 16)));
  }
}
