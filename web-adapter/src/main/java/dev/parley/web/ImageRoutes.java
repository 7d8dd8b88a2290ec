package dev.parley.web;

import dev.parley.attachment.AttachmentContent;
import dev.parley.platform.StatelessChat;
import dev.parley.platform.StatelessChat.Answer;
import dev.parley.platform.StatelessChat.Look;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Semaphore;

/// The API for programs that ask about one picture.
final class ImageRoutes implements HttpRoutes {
  private static final String DEFAULT_PROMPT = "Describe this picture.";
  private static final String NAMELESS = "the picture";

  /// Each holds its picture in memory until it is answered.
  private static final int MOST_AT_ONCE = 16;

  private static final int BYTES_A_CHARACTER = 4;

  private final StatelessChat chat;
  private final WebSettings settings;
  private final ApiCalls calls;
  private final Semaphore taking = new Semaphore(MOST_AT_ONCE);

  ImageRoutes(StatelessChat chat, WebSettings settings, ApiCalls calls) {
    this.chat = chat;
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post("/api/analyze-image", this::analyze);
  }

  private void analyze(Context request) {
    if (!taking.tryAcquire()) {
      request.header("Retry-After", "5");
      throw new RequestProblem(503, WebWording.BUSY);
    }
    try {
      Question question = question(request);
      calls.whole(
          request,
          () -> answer(request, chat.look(question.name(), question.picture(), question.prompt())));
    } finally {
      taking.release();
    }
  }

  private record Question(String name, AttachmentContent picture, String prompt) {}

  private Question question(Context request) {
    int most = Math.toIntExact(settings.files().mostBytes());
    String tooLarge = "The picture is too large: at most " + FileSize.of(most) + " are taken.";
    int longest = settings.limits().longestMessage();
    try (MultipartForm form =
        MultipartForm.of(request, most + longest * BYTES_A_CHARACTER, tooLarge)) {
      MultipartForm.Part image = image(form.parts("image"));
      if (image.content().size() > most) {
        throw new RequestProblem(413, tooLarge);
      }
      return new Question(
          image.fileName().isBlank() ? NAMELESS : image.fileName(),
          image.content(),
          prompt(form, longest));
    }
  }

  private static MultipartForm.Part image(List<MultipartForm.Part> images) {
    if (images.size() > 1) {
      throw RequestProblem.bad("Only one \"image\" is taken, not " + images.size() + ".");
    }
    return images.stream()
        .filter(image -> image.content().size() > 0)
        .findFirst()
        .orElseThrow(
            () ->
                RequestProblem.bad("\"image\" is missing or empty: it must be a picture's file."));
  }

  private static String prompt(MultipartForm form, int longest) {
    String prompt = form.text("prompt").map(String::strip).orElse("");
    if (prompt.length() > longest) {
      throw RequestProblem.bad(
          "\"prompt\" is too long: "
              + prompt.length()
              + " characters, where at most "
              + longest
              + " are taken.");
    }
    return prompt.isEmpty() ? DEFAULT_PROMPT : prompt;
  }

  private static void answer(Context request, Look look) {
    switch (look) {
      case Look.Shown(Answer answer) ->
          ApiCalls.answer(
              request, answer, text -> new Description(text, ApiCalls.Usage.of(answer.usage())));
      case Look.Refused(String sentence, boolean tooLarge) ->
          throw new RequestProblem(tooLarge ? 413 : 400, sentence);
    }
  }

  private record Description(String description, ApiCalls.Usage usage) {}
}
