package dev.parley.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GoogleSearch;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import com.google.genai.types.ToolCodeExecution;
import com.google.genai.types.ToolConfig;
import com.google.genai.types.UrlContext;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a model is offered to use: the bot's tools, and Gemini's own beside them where the model
/// takes both. Where it does not, the bot's come first.
final class ToolOffer {
  private final OwnTools own;

  ToolOffer(OwnTools own) {
    this.own = own;
  }

  /// Gemini's own tools that go with a request.
  OwnTools own(ModelRequest request) {
    boolean fit =
        !ImageModels.contains(request.model())
            && (ModelGeneration.mixesTools(request.model()) || !knowsOthers(request));
    return request.ownTools() && fit ? own : OwnTools.OFF;
  }

  private static boolean knowsOthers(ModelRequest request) {
    return !request.tools().isEmpty()
        || request.messages().stream().anyMatch(ModelMessage.FromTools.class::isInstance);
  }

  void addTo(GenerateContentConfig.Builder config, ModelRequest request) {
    List<Tool> tools = new ArrayList<>();
    if (!request.tools().isEmpty() && !ImageModels.contains(request.model())) {
      tools.add(Tool.builder().functionDeclarations(declarations(request.tools())).build());
    }
    OwnTools with = own(request);
    if (with.search()) {
      tools.add(Tool.builder().googleSearch(GoogleSearch.builder().build()).build());
    }
    if (with.urlContext()) {
      tools.add(Tool.builder().urlContext(UrlContext.builder().build()).build());
    }
    if (with.codeExecution()) {
      tools.add(Tool.builder().codeExecution(ToolCodeExecution.builder().build()).build());
    }
    if (!tools.isEmpty()) {
      config.tools(tools);
    }
    if (tellsCalls(request)) {
      config.toolConfig(ToolConfig.builder().includeServerSideToolInvocations(true).build());
    }
  }

  /// Whether the model tells what it calls of its own tools, and wants it back.
  private boolean tellsCalls(ModelRequest request) {
    return own(request).any() && ModelGeneration.mixesTools(request.model());
  }

  /// What the model said as it is given back: without what it did by tools that it does not have
  /// now, since another model may have said it.
  Content known(Content content, ModelRequest request) {
    boolean calls = tellsCalls(request);
    boolean code = own(request).codeExecution();
    List<Part> parts = content.parts().orElse(List.of());
    List<Part> known =
        parts.stream()
            .filter(part -> calls || (part.toolCall().isEmpty() && part.toolResponse().isEmpty()))
            .filter(
                part ->
                    code
                        || (part.executableCode().isEmpty()
                            && part.codeExecutionResult().isEmpty()))
            .toList();
    return known.size() == parts.size() ? content : content.toBuilder().parts(known).build();
  }

  private static List<FunctionDeclaration> declarations(List<ToolSpec> tools) {
    return tools.stream()
        .sorted(Comparator.comparing(ToolSpec::name))
        .map(
            tool ->
                FunctionDeclaration.builder()
                    .name(tool.name())
                    .description(tool.description())
                    .parametersJsonSchema(tool.parameters())
                    .build())
        .toList();
  }
}
