package dev.parley.discord.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.requests.Route;

/// One call to Discord's API.
///
/// @param files that are sent along
/// @param wanted asked right before it is sent: what nobody wants any more is not sent
/// @param urgent whether people wait for it, so that it goes before what only shows progress
/// @param repeatable whether it is done once, however often it is sent
public record ApiCall(
    Route.CompiledRoute route,
    Optional<JsonNode> body,
    List<UploadedFile> files,
    BooleanSupplier wanted,
    boolean urgent,
    boolean repeatable) {
  public ApiCall {
    files = List.copyOf(files);
  }

  /// A call that people wait for.
  public static ApiCall of(Route route, String... parameters) {
    return new ApiCall(
        route.compile(parameters), Optional.empty(), List.of(), () -> true, true, true);
  }

  public ApiCall with(JsonNode json) {
    return new ApiCall(route, Optional.of(json), files, wanted, urgent, repeatable);
  }

  public ApiCall with(List<UploadedFile> sent) {
    return new ApiCall(route, body, sent, wanted, urgent, repeatable);
  }

  public ApiCall query(String name, String value) {
    return new ApiCall(route.withQueryParams(name, value), body, files, wanted, urgent, repeatable);
  }

  public ApiCall onlyIf(BooleanSupplier stillWanted) {
    return new ApiCall(route, body, files, stillWanted, urgent, repeatable);
  }

  /// The same, to show progress only.
  public ApiCall inPassing() {
    return new ApiCall(route, body, files, wanted, false, repeatable);
  }

  /// The same, with a body, to be sent once only.
  public ApiCall once() {
    return new ApiCall(route, body, files, wanted, urgent, false);
  }
}
