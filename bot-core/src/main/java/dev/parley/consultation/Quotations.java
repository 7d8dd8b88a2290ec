package dev.parley.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.citation.GrowingCitations;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.model.ModelMessage;
import dev.parley.model.RawContent;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The passages that one answer was given, and what it cites of them. Used by one thread.
public final class Quotations {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TEXT = "text";

  private final boolean documents;
  private final Map<String, QuotedPassage> given = new HashMap<>();
  private final GrowingCitations citations = new GrowingCitations();
  private final List<QuotedPassage> cited = new ArrayList<>();

  public Quotations(Consultation consultation) {
    documents = !(consultation instanceof Consultation.NoDocuments);
    consultation.passages().forEach(passage -> given.put(passage.mark(), passage));
  }

  /// More passages that a tool found.
  public void learn(ToolCall call, ToolResult result) {
    if (call.name().equals(SearchKnowledgeTool.NAME)
        && result instanceof ToolResult.Success success) {
      PassageJson.read(success.output()).forEach(found -> given.put(found.mark(), found));
    }
  }

  /// The passages that were cited so far, in the order of their numbers.
  public List<QuotedPassage> cited() {
    return List.copyOf(cited);
  }

  /// What the text rests on so far.
  public Sources sources() {
    return citations.sources();
  }

  /// Hears one round of the answer, and passes on what people may see of it.
  ///
  /// @param text takes it without marks
  /// @param shown takes the numbers that stand for marks
  public Round round(Consumer<String> text, Consumer<String> shown, StringBuilder soFar) {
    return new Round(text, shown, soFar);
  }

  /// One round of an answer.
  public final class Round {
    private final Consumer<String> text;
    private final MarkFilter filter;

    private Round(Consumer<String> text, Consumer<String> shown, StringBuilder soFar) {
      this.text = text;
      this.filter =
          new MarkFilter(
              given,
              new MarkFilter.Reader() {
                @Override
                public void text(String more) {
                  text.accept(more);
                }

                @Override
                public void cites(List<QuotedPassage> passages) {
                  String mark = cite(soFar.toString(), passages);
                  if (!mark.isEmpty()) {
                    shown.accept(mark);
                  }
                }
              });
    }

    public void hear(String delta) {
      if (documents) {
        filter.hear(delta);
      } else {
        text.accept(delta);
      }
    }

    /// Nothing more comes: what was held back is passed on.
    public void end() {
      filter.end();
    }

    /// What others found the round to rest on, by the places of the text that people see.
    public Sources placed(Sources others) {
      List<Support> supports =
          others.supports().stream()
              .map(it -> new Support(filter.place(it.end()), it.sources(), it.shown()))
              .toList();
      return new Sources(others.pages(), supports, others.unread(), others.searches());
    }
  }

  private String cite(String soFar, List<QuotedPassage> passages) {
    for (QuotedPassage passage : passages) {
      Source source = passage.source();
      if (cited.stream().noneMatch(it -> it.source().isSame(source))) {
        cited.add(passage);
      }
    }
    return citations.cite(soFar, passages.stream().map(QuotedPassage::source).toList());
  }

  /// What is remembered of what the model said: without marks, which mean nothing later.
  public ModelMessage remembered(ModelMessage said) {
    if (!documents) {
      return said;
    }
    return switch (said) {
      case ModelMessage.SaidByModel(String words) -> new ModelMessage.SaidByModel(unmarked(words));
      case ModelMessage.FromModel raw
          when MarkGrammar.MARKED.matcher(raw.content().json()).find() ->
          new ModelMessage.FromModel(unmarked(raw.content()), raw.media());
      case ModelMessage.FromModel _, ModelMessage.FromUser _, ModelMessage.FromTools _ -> said;
    };
  }

  private RawContent unmarked(RawContent content) {
    try {
      JsonNode json = JSON.readTree(content.json());
      json.findParents(TEXT).forEach(this::unmark);
      return new RawContent(JSON.writeValueAsString(json));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("what the model said is no JSON", broken);
    }
  }

  private void unmark(JsonNode part) {
    if (part instanceof ObjectNode object && object.get(TEXT) instanceof TextNode words) {
      object.put(TEXT, unmarked(words.textValue()));
    }
  }

  private String unmarked(String words) {
    StringBuilder text = new StringBuilder();
    MarkFilter filter =
        new MarkFilter(
            given,
            new MarkFilter.Reader() {
              @Override
              public void text(String more) {
                text.append(more);
              }

              @Override
              public void cites(List<QuotedPassage> passages) {}
            });
    filter.hear(words);
    filter.end();
    return text.toString();
  }
}
