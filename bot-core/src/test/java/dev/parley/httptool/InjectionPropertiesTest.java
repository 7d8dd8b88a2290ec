package dev.parley.httptool;

import static dev.parley.httptool.SomeTool.field;
import static dev.parley.httptool.SomeTool.json;
import static dev.parley.httptool.SomeTool.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.fetch.FetchRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("Whatever the arguments of a declared tool are")
final class InjectionPropertiesTest {
  private static final String SAID = "said";

  /// Texts that mean something to somebody, beside any others.
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> meaningful =
        Arbitraries.of(
            "..",
            ".",
            "/",
            "\\",
            "//",
            "?",
            "#",
            "@",
            ":",
            "&",
            "=",
            "%2e%2e",
            "%2f",
            "%00",
            "\r\n",
            "\u0000",
            "{q}",
            "${HOME}",
            "evil.example",
            ":8080",
            "\"",
            "}",
            "{",
            "é",
            "😀",
            "\uD800",
            " ",
            ";",
            "http://evil.example/",
            "\\u0000",
            "\n",
            "+",
            "..;");
    return Arbitraries.frequencyOf(
            Tuple.of(3, meaningful), Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
        .list()
        .ofMinSize(0)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  private static Values values(String value) {
    return new Values(
        Map.of("q", JsonNodeFactory.instance.textNode(value), "n", json("{\"x\":1}")));
  }

  private static Optional<FetchRequest> request(HttpStep step, String value) {
    try {
      return Optional.of(step.request(values(value), SomeTool.LIMITS, Duration.ofSeconds(1)));
    } catch (CallFailedException refused) {
      return Optional.empty();
    }
  }

  private static HttpStep step(String url) {
    return new HttpStep(
        SAID,
        "POST",
        SomeTool.url(url),
        List.of(field("fixed", "yes"), field("q", "a{q}b")),
        List.of(field("X-Fixed", "yes"), field("X-Given", "{q}")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Property
  @Label("the machine that is asked is the declared one, and the path has the declared parts")
  void machine(@ForAll("hostile") String value) {
    UrlTemplate url = SomeTool.url("https://api.example.org:8443/v1/{q}/by-{q}.json/end");
    Optional<URI> address;
    try {
      address =
          Optional.of(url.fill(List.of(field("q", "{q}"), field("after", "1")), values(value)));
    } catch (CallFailedException refused) {
      address = Optional.empty();
      assertThat(value).isIn("", ".", "..");
    }

    address.ifPresent(
        asked -> {
          assertThat(asked.getScheme()).isEqualTo("https");
          assertThat(asked.getRawAuthority()).isEqualTo("api.example.org:8443");
          assertThat(asked.getRawFragment()).isNull();
          assertThat(asked.normalize()).isEqualTo(asked);
          String[] parts = asked.getRawPath().split("/", -1);
          assertThat(parts).hasSize(5);
          assertThat(List.of(parts[1], parts[4])).containsExactly("v1", "end");
          assertThat(parts[3]).startsWith("by-").endsWith(".json");
          String[] query = asked.getRawQuery().split("&", -1);
          assertThat(query).hasSize(2);
          assertThat(query[1]).isEqualTo("after=1");
          assertThat(decoded(query[0].substring(2))).isEqualTo(sendable(value));
        });
  }

  @Property
  @Label("each header and query parameter stays one")
  void headers(@ForAll("hostile") String value) {
    Optional<FetchRequest> request = request(step("https://api.example.org/x"), value);

    request.ifPresent(
        sent -> {
          assertThat(sent.headers()).containsOnlyKeys("X-Fixed", "X-Given");
          assertThat(sent.headers().get("X-Given")).isEqualTo(value).matches("[\\t\\x20-\\x7e]*");
          assertThat(sent.address().getRawQuery().split("&", -1)).hasSize(2);
        });
  }

  @Property
  @Label("a JSON body has the declared form")
  void jsonBody(@ForAll("hostile") String value) {
    LinkedHashMap<String, TreeTemplate> tree = new LinkedHashMap<>();
    tree.put("text", new TreeTemplate.Text(template("<{q}>")));
    tree.put("alone", new TreeTemplate.Text(template("{q}")));
    tree.put("typed", new TreeTemplate.Text(template("{n}")));

    FetchRequest.Body body =
        new BodyTemplate.Json(new TreeTemplate.Group(tree)).fill(values(value));

    JsonNode sent = SomeTool.json(body.text());
    assertThat(sent.propertyStream().map(Map.Entry::getKey))
        .containsExactly("text", "alone", "typed");
    assertThat(sent.path("text").asText()).isEqualTo("<" + value + ">");
    assertThat(sent.path("alone").asText()).isEqualTo(value);
    assertThat(sent.path("typed")).isEqualTo(SomeTool.json("{\"x\":1}"));
  }

  @Property
  @Label("a form has the declared fields")
  void form(@ForAll("hostile") String value) {
    String form =
        new BodyTemplate.Form(List.of(field("a", "{q}"), field("b", "x")))
            .fill(values(value))
            .text();

    String[] fields = form.split("&", -1);
    assertThat(fields).hasSize(2);
    assertThat(fields[0]).matches("a=[A-Za-z0-9._~%-]*");
    assertThat(decoded(fields[0].substring(2))).isEqualTo(sendable(value));
    assertThat(fields[1]).isEqualTo("b=x");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// Half a character cannot be sent in UTF-8.
  private static String sendable(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
