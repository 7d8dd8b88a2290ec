package dev.parley.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.methods.MethodsClient;
import dev.parley.slack.api.SlackCallException.Kind;
import java.io.IOException;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// The one call that needs no token: it gives one. It is never repeated, since what it takes is
/// good
/// for once.
final class TokenExchange {
  private static final String METHOD = "oauth.v2.access";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MethodsClient client;

  TokenExchange(MethodsClient client) {
    this.client = client;
  }

  JsonNode access(Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    try (Response response = client.runPostForm(form, METHOD)) {
      @Nullable ResponseBody body = response.body();
      JsonNode answer = JSON.readTree(body == null ? "" : body.string());
      if (answer.path("ok").asBoolean()) {
        return answer;
      }
      throw new SlackCallException(
          METHOD, Kind.REFUSED, answer.path("error").asText("HTTP " + response.code()), null);
    } catch (IOException broken) {
      throw new SlackCallException(METHOD, Kind.UNKNOWN, "connection lost", broken);
    }
  }
}
