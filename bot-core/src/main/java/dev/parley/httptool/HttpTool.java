package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.fetch.Fetched;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A tool that asks services as its declaration says.
final class HttpTool implements Tool {
  /// It ends by itself at its time limit, and says more about it than who waits for it could.
  private static final Duration SLACK = Duration.ofSeconds(1);

  /// RFC 9110, section 15.6: from here the service has failed, and not the request.
  private static final int SERVER_ERRORS = 500;

  private final ToolDeclaration declaration;
  private final Questioner questioner;
  private final Redaction redaction;

  HttpTool(ToolDeclaration declaration, Questioner questioner) {
    this.declaration = declaration;
    this.questioner = questioner;
    this.redaction = new Redaction(declaration.secrets());
  }

  @Override
  public ToolSpec spec() {
    return declaration.spec();
  }

  @Override
  public ToolEffect effect() {
    return declaration.effect();
  }

  @Override
  public Duration timeLimit(Duration usual) {
    return declaration.limits().timeLimit().plus(SLACK);
  }

  @Override
  public String doing() {
    return declaration.doing().orElseGet(Tool.super::doing);
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    try {
      return new ToolResult.Success(told(redaction.clean(found(values(arguments)))));
    } catch (CallFailedException failed) {
      String reason = redaction.clean(String.valueOf(failed.getMessage()));
      return failed.isAfterSending()
          ? ToolResult.brokenOff(effect(), reason)
          : new ToolResult.Failure(reason);
    }
  }

  /// The arguments, and the default of each that is not among them.
  private Values values(JsonNode arguments) {
    Map<String, JsonNode> values = new HashMap<>();
    spec()
        .parameters()
        .path("properties")
        .propertyStream()
        .filter(property -> property.getValue().has("default"))
        .forEach(property -> values.put(property.getKey(), property.getValue().path("default")));
    arguments.propertyStream().forEach(given -> values.put(given.getKey(), given.getValue()));
    return new Values(values);
  }

  private JsonNode found(Values arguments) {
    Instant deadline = questioner.now().plus(declaration.limits().timeLimit());
    Values values = arguments;
    JsonNode last = JsonNodeFactory.instance.nullNode();
    boolean sent = false;
    for (HttpStep step : declaration.steps()) {
      try {
        last = taken(step, values, deadline);
      } catch (CallFailedException failed) {
        throw sent ? failed.afterSending() : failed;
      }
      sent |= !step.looks();
      values = values.with(step.name(), last);
    }
    Values all = values;
    return declaration.result().flatMap(result -> result.fill(all)).orElse(last);
  }

  private JsonNode taken(HttpStep step, Values values, Instant deadline) {
    Fetched fetched = questioner.ask(step, values, declaration.limits(), deadline);
    try {
      return taken(step, values, fetched);
    } catch (CallFailedException failed) {
      throw !step.looks() && mayBeDone(fetched) ? failed.afterSending() : failed;
    }
  }

  /// Whether the service may have done what it was asked for, whatever it says.
  private static boolean mayBeDone(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Refused _ -> false;
      case Fetched.Failed _ -> true;
      case Fetched.Answer answer -> answer.isSuccess() || answer.status() >= SERVER_ERRORS;
    };
  }

  private JsonNode taken(HttpStep step, Values values, Fetched fetched) {
    JsonNode answer = ServiceAnswer.read(fetched, declaration.limits().mostBytes());
    JsonNode taken = step.select().map(selection -> selection.of(answer)).orElse(answer);
    Optional<Template> whenEmpty = step.whenEmpty().filter(_ -> isEmpty(taken));
    if (whenEmpty.isPresent()) {
      throw new CallFailedException(whenEmpty.get().fill(values).orElse("nothing was found"));
    }
    return taken.isMissingNode() ? JsonNodeFactory.instance.nullNode() : taken;
  }

  /// As in JMESPath: a number is never empty.
  private static boolean isEmpty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isBoolean() && !value.asBoolean())
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isContainerNode() && value.isEmpty());
  }

  /// A text, and what is too long, is marked as somebody else's words.
  private JsonNode told(JsonNode value) {
    String text = Template.plain(value);
    int most = declaration.limits().mostCharacters();
    if (!value.isTextual() && text.length() <= most) {
      return value;
    }
    ObjectNode marked = JsonNodeFactory.instance.objectNode();
    marked.put("text_from_the_service", text.length() <= most ? text : text.substring(0, most));
    return text.length() <= most ? marked : marked.put("cut_after_characters", most);
  }
}
