package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The methods of the upload in three steps, and of a file's description.
final class FileMethods {
  private final Backstage.Address address;

  FileMethods(Backstage.Address address) {
    this.address = address;
  }

  Map<String, ApiMethod> methods() {
    return Map.of(
        "files.info", FileMethods::info,
        "files.delete", FileMethods::delete,
        "files.getUploadURLExternal", this::begin,
        "files.completeUploadExternal", FileMethods::complete);
  }

  private static ObjectNode info(ApiCall call) {
    ObjectNode answer = Json.object();
    answer.set(
        "file",
        call.workspace()
            .files()
            .describe(call.required("file"))
            .orElseThrow(() -> new SlackRefusedException("file_not_found")));
    return answer;
  }

  /// A message that was only the file goes with it.
  private static ObjectNode delete(ApiCall call) {
    String file = call.required("file");
    if (!call.workspace().files().forget(file)) {
      throw new SlackRefusedException("file_not_found");
    }
    call.workspace().dropFile(file);
    return Json.object();
  }

  private ObjectNode begin(ApiCall call) {
    int length = call.number("length", 0);
    if (length < 1) {
      throw new SlackRefusedException(
          "invalid_arguments", "[ERROR] missing required field: length");
    }
    SlackWorkspace workspace = call.workspace();
    String id = workspace.files().promise(call.required("filename"), length, call.text("alt_txt"));
    String url = address.url() + "/upload/v1/" + workspace.id() + "/" + id;
    return Json.object().put("upload_url", url).put("file_id", id);
  }

  private static ObjectNode complete(ApiCall call) {
    call.required("files");
    ArrayNode files = Json.array();
    SlackWorkspace workspace = call.workspace();
    boolean shared = call.optional("channel_id").isPresent();
    Post post = shared ? draft(call) : new Post(Json.object());
    for (JsonNode file : call.list("files", "invalid_arguments")) {
      String title = file.path("title").asText("");
      files.add(workspace.files().complete(file.path("id").asText(), title, workspace.botUserId()));
    }
    if (shared) {
      post.wire().set("files", files.deepCopy());
      workspace.say(Rooms.readable(call, "channel_id"), post);
    }
    ObjectNode answer = Json.object();
    answer.set("files", files);
    return answer;
  }

  private static Post draft(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel_id");
    if (room.isArchived()) {
      throw new SlackRefusedException("is_archived");
    }
    Post post = BotPosts.draft(call.workspace(), room, call.text("thread_ts"));
    post.show(PostContent.plain(call.text("initial_comment")));
    post.wire().put("subtype", "file_share").put("upload", true);
    return post;
  }
}
