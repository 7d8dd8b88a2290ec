package dev.parley.gemini;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.AutomaticFunctionCallingConfig;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.ImageConfig;
import com.google.genai.types.MediaResolution;
import com.google.genai.types.Part;
import com.google.genai.types.ThinkingConfig;
import dev.parley.gemini.GeminiSettings.Resolution;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request of the port in Gemini's types. The same request gives the same bytes, so that
/// Gemini's cache knows its beginning again.
final class RequestMapper {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private static final Map<Resolution, MediaResolution.Known> RESOLUTIONS =
      Map.of(
          Resolution.LOW, MediaResolution.Known.MEDIA_RESOLUTION_LOW,
          Resolution.MEDIUM, MediaResolution.Known.MEDIA_RESOLUTION_MEDIUM,
          Resolution.HIGH, MediaResolution.Known.MEDIA_RESOLUTION_HIGH);

  private final boolean thoughts;
  private final Optional<MediaResolution.Known> resolution;
  private final ToolOffer offer;

  RequestMapper(boolean thoughts, Resolution resolution, OwnTools own) {
    this.thoughts = thoughts;
    this.resolution = Optional.ofNullable(RESOLUTIONS.get(resolution));
    this.offer = new ToolOffer(own);
  }

  GenerateContentConfig config(ModelRequest request, Duration timeLeft) {
    GenerateContentConfig.Builder config =
        GenerateContentConfig.builder()
            .maxOutputTokens(request.mostOutputTokens())
            .automaticFunctionCalling(
                AutomaticFunctionCallingConfig.builder().disable(true).build())
            .httpOptions(
                HttpOptions.builder().timeout((int) Math.max(1, timeLeft.toMillis())).build());
    if (!request.system().isBlank()) {
      config.systemInstruction(Content.fromParts(Part.fromText(request.system())));
    }
    resolution.ifPresent(config::mediaResolution);
    boolean makesPictures = ImageModels.contains(request.model());
    if (makesPictures) {
      config.responseModalities("TEXT", "IMAGE");
      request
          .aspectRatio()
          .ifPresent(ratio -> config.imageConfig(ImageConfig.builder().aspectRatio(ratio).build()));
    }
    offer.addTo(config, request);
    if (thoughts && !makesPictures) {
      config.thinkingConfig(ThinkingConfig.builder().includeThoughts(true).build());
    }
    return config.build();
  }

  /// Gemini's own tools that go with a request.
  OwnTools own(ModelRequest request) {
    return offer.own(request);
  }

  List<Content> contents(ModelRequest request) {
    boolean makesPictures = ImageModels.contains(request.model());
    return request.messages().stream()
        .filter(message -> !makesPictures || !(message instanceof ModelMessage.FromTools))
        .map(RequestMapper::content)
        .map(content -> makesPictures ? PictureParts.withoutCalls(content) : content)
        .map(content -> offer.known(content, request))
        .filter(content -> content.parts().filter(parts -> !parts.isEmpty()).isPresent())
        .toList();
  }

  /// The calls that were answered before, in all rounds that the request knows.
  static int earlierToolCalls(ModelRequest request) {
    return request.messages().stream()
        .mapToInt(
            message -> message instanceof ModelMessage.FromTools tools ? tools.answers().size() : 0)
        .sum();
  }

  private static Content content(ModelMessage message) {
    return switch (message) {
      case ModelMessage.FromUser user -> shown(user);
      case ModelMessage.SaidByModel said -> said("model", said.text());
      case ModelMessage.FromModel model -> PictureParts.restored(model);
      case ModelMessage.FromTools tools ->
          Content.builder()
              .role("user")
              .parts(tools.answers().stream().map(RequestMapper::response).toList())
              .build();
    };
  }

  private static Content shown(ModelMessage.FromUser user) {
    List<Part> parts = new ArrayList<>(List.of(Part.fromText(user.text())));
    user.media()
        .forEach(media -> parts.add(Part.fromBytes(media.content().bytes(), media.mediaType())));
    user.remote().forEach(media -> parts.add(Part.fromUri(media.uri(), media.mediaType())));
    return Content.builder().role("user").parts(parts).build();
  }

  private static Content said(String role, String text) {
    return Content.builder().role(role).parts(Part.fromText(text)).build();
  }

  private static Part response(ModelMessage.Answered answered) {
    return Part.builder()
        .functionResponse(
            FunctionResponse.builder()
                .id(answered.call().id())
                .name(answered.call().name())
                .response(fields(answered.result()))
                .build())
        .build();
  }

  /// The two keys that Gemini's documentation of function responses gives a meaning to.
  private static Map<String, Object> fields(ToolResult result) {
    JsonNode told =
        switch (result) {
          case ToolResult.Success success ->
              JSON.createObjectNode().set("output", success.output());
          case ToolResult.Failure failure -> JSON.createObjectNode().put("error", failure.reason());
          case ToolResult.Waiting _ ->
              JSON.createObjectNode().put("output", ToolResult.Waiting.TOLD);
          case ToolResult.Unknown unknown -> JSON.createObjectNode().put("error", told(unknown));
        };
    return JSON.convertValue(told, FIELDS);
  }

  private static String told(ToolResult.Unknown unknown) {
    return """
        Nobody knows whether it ran: %s. It may have run. Tell the person so, and do not call it \
        again by yourself."""
        .formatted(unknown.reason());
  }
}
