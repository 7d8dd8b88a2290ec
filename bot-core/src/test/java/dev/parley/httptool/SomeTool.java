package dev.parley.httptool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.secret.Secret;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Declarations of tools, written shortly.
final class SomeTool {
  static final ToolContext CONTEXT = context();
  static final ToolLimits LIMITS = new ToolLimits(Duration.ofSeconds(10), 1_000, 200, Set.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SomeTool() {}

  private static ToolContext context() {
    TenantId tenant = new TenantId(new PlatformName("web"), "local");
    Author ann = new Author(new UserId("ann"), "Ann");
    Place place = new Place(tenant, "x", Optional.empty(), true);
    Payer payer = new Payer(tenant, "x", ann.id(), ann.name(), Set.of());
    return new ToolContext(
        new ToolUser(place.conversation(SessionScope.CHANNEL, ann.id()), place, ann, Set.of()),
        new Booking(payer, Purpose.ANSWER, Optional.empty()),
        ToolFiles.NONE);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static Template template(String text) {
    return new Template(new TemplateText(Map.of("sky", Map.of("0", "clear"))).parts(text));
  }

  /// A text before and after something secret.
  static Template hiding(String before, String secret) {
    return new Template(
        List.of(new Template.Fixed(before), new Template.Hidden(Secret.of(secret))));
  }

  static UrlTemplate url(String text) {
    return UrlTemplate.of(template(text));
  }

  static Field field(String name, String value) {
    return new Field(name, template(value));
  }

  /// Looks at a URL with one query parameter `q`, which is the argument `q`.
  static HttpStep get(String name, String url) {
    return new HttpStep(
        name,
        "GET",
        url(url),
        List.of(field("q", "{q}")),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static HttpStep post(BodyTemplate body) {
    return new HttpStep(
        "sent",
        "POST",
        url("https://api.example.org/notes"),
        List.of(),
        List.of(),
        Optional.of(body),
        Optional.empty(),
        Optional.empty());
  }

  static HttpStep selecting(HttpStep step, String select, String whenEmpty) {
    return new HttpStep(
        step.name(),
        step.method(),
        step.url(),
        step.query(),
        step.headers(),
        step.body(),
        Optional.of(Selection.of(select)),
        Optional.of(whenEmpty).filter(text -> !text.isEmpty()).map(SomeTool::template));
  }

  static HttpStep withHeader(HttpStep step, Field header) {
    return new HttpStep(
        step.name(),
        step.method(),
        step.url(),
        step.query(),
        List.of(header),
        step.body(),
        step.select(),
        step.whenEmpty());
  }

  static ToolDeclaration of(HttpStep... steps) {
    return new ToolDeclaration(
        new ToolSpec(
            "look_up",
            "Looks something up.",
            json(
                "{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"},"
                    + "\"unit\":{\"type\":\"string\",\"default\":\"celsius\"}}}")),
        ToolEffect.READS,
        Optional.empty(),
        LIMITS,
        List.of(steps),
        Optional.empty());
  }

  static ToolDeclaration telling(ToolDeclaration tool, TreeTemplate result) {
    return new ToolDeclaration(
        tool.spec(), tool.effect(), tool.doing(), tool.limits(), tool.steps(), Optional.of(result));
  }
}
