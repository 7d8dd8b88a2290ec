package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// Something that can be called: a method and a path, where `{}` stands for an id.
///
/// @param name `POST /channels/{}/messages`
/// @param bucket which calls share a limit
/// @param open whether it needs no token in the header, and does not count for the global limit
record Route(String name, String bucket, boolean open, Answering answering) {
  /// Does what is called for.
  @FunctionalInterface
  interface Answering {
    Answer answer(RestCall call);
  }

  /// What comes back.
  ///
  /// @param body missing where there is none
  record Answer(int status, JsonNode body) {
    static Answer of(JsonNode body) {
      return new Answer(200, body);
    }

    static Answer created(JsonNode body) {
      return new Answer(201, body);
    }

    static Answer nothing() {
      return new Answer(204, MissingNode.getInstance());
    }
  }

  static Route of(String name, Answering answering) {
    return new Route(name, name, false, answering);
  }

  Route in(String sharedBucket) {
    return new Route(name, sharedBucket, open, answering);
  }

  Route opened() {
    return new Route(name, bucket, true, answering);
  }

  /// Whether a call, such as `POST /channels/12/messages`, is this route's.
  boolean takes(String call) {
    return matches(name, call);
  }

  /// The ids in a call.
  List<String> ids(String call) {
    String[] template = name.split("/", -1);
    String[] actual = call.split("/", -1);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].equals("{}")) {
        ids.add(actual[i]);
      }
    }
    return ids;
  }

  /// Whether a call is what a pattern describes.
  static boolean matches(String pattern, String call) {
    String[] template = pattern.split("/", -1);
    String[] actual = call.split("/", -1);
    boolean same = template.length == actual.length;
    for (int i = 0; same && i < template.length; i++) {
      same = template[i].equals(actual[i]) || (template[i].equals("{}") && !actual[i].isEmpty());
    }
    return same;
  }
}
