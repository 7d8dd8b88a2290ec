package dev.parley.testkit.slack;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What Slack serves besides its API: private files, uploads, and response URLs.
final class SideDoors {
  private static final String LOGIN =
      "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>";

  private final SlackWorkspaces workspaces;

  SideDoors(SlackWorkspaces workspaces) {
    this.workspaces = workspaces;
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/files-pri/{team}/{file}/{way}", this::download);
    config.routes.post("/upload/v1/{team}/{file}", this::upload);
    config.routes.post("/commands/{team}/{key}", this::respond);
  }

  /// Who has no right to a file gets a page to sign in, not an error.
  private void download(Context request) {
    Optional<SharedFile> file =
        workspace(request)
            .filter(workspace -> mayRead(request, workspace))
            .flatMap(workspace -> workspace.files().content(request.pathParam("file")));
    Optional<String> elsewhere =
        workspace(request)
            .flatMap(workspace -> workspace.files().movedTo(request.pathParam("file")));
    if (file.isPresent() && elsewhere.isPresent()) {
      request.redirect(elsewhere.get());
    } else if (file.isPresent()) {
      workspace(request).ifPresent(workspace -> workspace.files().downloaded(file.get()));
      request.contentType(file.get().mimeType()).result(file.get().content());
    } else {
      request.contentType("text/html; charset=utf-8").result(LOGIN);
    }
  }

  private static boolean mayRead(Context request, SlackWorkspace workspace) {
    String header = String.valueOf(request.header("Authorization"));
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ")
        && workspace.installation().problem(header.substring(7).strip()).isEmpty();
  }

  private void upload(Context request) {
    byte[] content = content(request);
    boolean taken =
        workspace(request)
            .map(it -> it.files().upload(request.pathParam("file"), content))
            .orElse(false);
    if (taken) {
      request.result("OK - " + content.length);
    } else {
      request.status(400).result("unexpected file");
    }
  }

  private static byte[] content(Context request) {
    List<UploadedFile> parts = request.isMultipart() ? request.uploadedFiles() : List.of();
    if (parts.isEmpty()) {
      return request.bodyAsBytes();
    }
    try (InputStream part = parts.getFirst().content()) {
      return part.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the upload broke off", e);
    }
  }

  private void respond(Context request) {
    try {
      SlackWorkspace workspace =
          workspace(request).orElseThrow(() -> new SlackRefusedException("no_team"));
      workspace.responseUrls().use(request.pathParam("key"), Json.parse(request.body()));
      request.result("ok");
    } catch (SlackRefusedException e) {
      boolean over = e.error().equals("expired_url") || e.error().equals("used_url");
      request.status(over ? 404 : 500);
      request
          .contentType("application/json; charset=utf-8")
          .result(Json.object().put("ok", false).put("error", e.error()).toString());
    } catch (IllegalArgumentException e) {
      request.status(500).result("invalid_payload");
    }
  }

  private Optional<SlackWorkspace> workspace(Context request) {
    return workspaces.find(request.pathParam("team"));
  }
}
