package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of a workspace: what people shared, and what the bot uploads in three steps.
public final class FileStore {
  private final SlackWorkspace workspace;
  private final Backstage backstage;
  private final Map<String, SharedFile> contents = new LinkedHashMap<>();
  private final Map<String, ObjectNode> descriptions = new LinkedHashMap<>();
  private final Map<String, String> spoken = new LinkedHashMap<>();
  private final Map<String, Integer> promised = new LinkedHashMap<>();
  private final Map<String, ObjectNode> toldOtherwise = new LinkedHashMap<>();
  private final Map<String, String> moved = new LinkedHashMap<>();
  private final List<String> downloads = new ArrayList<>();

  FileStore(SlackWorkspace workspace, Backstage backstage) {
    this.workspace = workspace;
    this.backstage = backstage;
  }

  /// The files with this name that were shared or completely uploaded, oldest first.
  public synchronized List<SharedFile> named(String name) {
    return descriptions.values().stream()
        .filter(file -> file.path("name").asText().equals(name))
        .map(file -> contents.get(file.path("id").asText()))
        .toList();
  }

  /// Keeps a file; returns it as messages and methods describe it.
  synchronized ObjectNode keep(SharedFile file, String owner) {
    String id = backstage.ids().id("F");
    contents.put(id, file);
    ObjectNode told = describe(id, file, file.name(), owner).deepCopy();
    told.setAll(toldOtherwise.getOrDefault(file.name(), Json.object()));
    return told;
  }

  /// From now on, messages with a file of this name tell this of it; `files.info` does not.
  public synchronized void tellOtherwise(String name, String field, String value) {
    toldOtherwise.computeIfAbsent(name, _ -> Json.object()).put(field, value);
  }

  /// From now on, who wants to download the file with this name is sent to another address.
  public synchronized void move(String name, String address) {
    moved.put(name, address);
  }

  /// From now on, nobody may download any file.
  public synchronized void forgetContents() {
    contents.clear();
  }

  /// Where the file is now, if not here.
  synchronized Optional<String> movedTo(String id) {
    return content(id).map(file -> moved.get(file.name()));
  }

  private ObjectNode describe(String id, SharedFile file, String title, String owner) {
    String path = backstage.address().url() + "/files-pri/" + workspace.id() + "/" + id;
    ObjectNode told = Json.object().put("id", id).put("name", file.name()).put("title", title);
    told.put("created", backstage.ids().now().getEpochSecond());
    told.put("mimetype", file.mimeType()).put("size", file.content().length).put("user", owner);
    told.put("filetype", file.name().replaceAll(".*\\.", "")).put("mode", "hosted");
    told.put("is_external", false).put("is_public", false).put("file_access", "visible");
    told.put("url_private", path + "/view").put("url_private_download", path + "/download");
    descriptions.put(id, told);
    return told;
  }

  synchronized Optional<ObjectNode> describe(String id) {
    return Optional.ofNullable(descriptions.get(id)).map(ObjectNode::deepCopy);
  }

  /// How often the file with this name was downloaded.
  public synchronized long downloads(String name) {
    return downloads.stream().filter(name::equals).count();
  }

  /// Remembers a download.
  synchronized void downloaded(SharedFile file) {
    downloads.add(file.name());
  }

  /// The file behind a private address.
  synchronized Optional<SharedFile> content(String id) {
    return descriptions.containsKey(id) ? Optional.ofNullable(contents.get(id)) : Optional.empty();
  }

  /// First step: promises a file; returns its id.
  ///
  /// @param altText what people hear of it who cannot see it; may be empty
  synchronized String promise(String name, int length, String altText) {
    String id = backstage.ids().id("F");
    contents.put(id, new SharedFile(name, "", new byte[0]));
    promised.put(id, length);
    spoken.put(id, altText);
    return id;
  }

  /// Second step: takes the bytes; returns whether they are what was promised.
  synchronized boolean upload(String id, byte[] content) {
    SharedFile file = contents.get(id);
    Integer length = promised.get(id);
    if (file == null || length == null || length != content.length) {
      return false;
    }
    contents.put(id, new SharedFile(file.name(), mimeType(file.name()), content));
    promised.put(id, -1);
    return true;
  }

  /// Third step: makes an uploaded file one that people can see.
  synchronized ObjectNode complete(String id, String title, String owner) {
    SharedFile file = contents.get(id);
    Integer state = promised.get(id);
    if (file == null || state == null || state != -1) {
      throw new SlackRefusedException("file_not_found");
    }
    promised.remove(id);
    ObjectNode told = describe(id, file, title.isEmpty() ? file.name() : title, owner);
    String altText = spoken.getOrDefault(id, "");
    if (!altText.isEmpty()) {
      told.put("alt_txt", altText);
    }
    return told.deepCopy();
  }

  /// Deletes a file; returns whether there was one.
  synchronized boolean forget(String id) {
    contents.remove(id);
    return descriptions.remove(id) != null;
  }

  private static String mimeType(String name) {
    return switch (name.replaceAll(".*\\.", "")) {
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "pdf" -> "application/pdf";
      case "md", "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }
}
