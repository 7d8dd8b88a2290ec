package dev.parley.web;

import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a room. One that begins with `@` is between one person and the bot: it is listed
/// nowhere, so only who knows the name finds it.
record RoomName(String value) {
  static final PlatformName PLATFORM = new PlatformName("web");
  static final TenantId TENANT = new TenantId(PLATFORM, "local");

  private static final Pattern OPEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
  private static final Pattern DIRECT = Pattern.compile("@[A-Za-z0-9-]{8,80}");

  RoomName {
    if (!OPEN.matcher(value).matches() && !DIRECT.matcher(value).matches()) {
      throw RequestProblem.bad(
          "A room's name has 1 to 60 letters, digits, dots, dashes and underscores, and begins"
              + " with a letter or digit.");
    }
  }

  static RoomName of(Context request) {
    return new RoomName(request.pathParam("room"));
  }

  /// The room of a place; empty where no room can be called so.
  static Optional<RoomName> of(Place place) {
    return isListed(place.channel()) || DIRECT.matcher(place.channel()).matches()
        ? Optional.of(new RoomName(place.channel()))
        : Optional.empty();
  }

  /// As people see it.
  String title() {
    return isListed(value) ? "#" + value : "direct message";
  }

  static boolean isListed(String room) {
    return OPEN.matcher(room).matches();
  }

  Place place(Optional<String> thread) {
    return new Place(TENANT, value, thread.map(MessageId::new), value.startsWith("@"));
  }

  /// The bot as the author of its posts.
  static Author bot(WebSettings settings) {
    return new Author(PostNaming.BOT, settings.botName());
  }
}
