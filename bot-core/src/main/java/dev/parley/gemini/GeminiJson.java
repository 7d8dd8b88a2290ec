package dev.parley.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Calls methods of Gemini's models whose answers the client library does not hand out whole: what
/// vectors took is missing there, and all texts of a request would have the same title. It fails as
/// the library does.
final class GeminiJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final int MOST_ERROR_BYTES = 64 * 1024;

  private final OkHttpClient http;
  private final GeminiSettings settings;
  private final HttpUrl models;

  GeminiJson(OkHttpClient http, GeminiSettings settings) {
    this.http = http;
    this.settings = settings;
    this.models =
        HttpUrl.get(GeminiClients.url(settings).toString())
            .newBuilder()
            .addPathSegments("v1beta/models")
            .build();
  }

  /// Throws an [ApiException] where Gemini refuses, and a [GenAiIOException] where no answer comes.
  JsonNode call(String model, String method, JsonNode body, Duration limit) {
    Call call = http.newCall(request(model + ":" + method, body));
    call.timeout().timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      if (!response.isSuccessful()) {
        throw refusal(response);
      }
      return JSON.readTree(response.body().byteStream());
    } catch (IOException broken) {
      throw new GenAiIOException("no answer came", broken);
    }
  }

  private Request request(String name, JsonNode body) {
    return new Request.Builder()
        .url(models.newBuilder().addPathSegment(name).build())
        .header("x-goog-api-key", settings.apiKey().reveal())
        .post(RequestBody.create(body.toString(), JSON_TYPE))
        .build();
  }

  private static ApiException refusal(Response response) throws IOException {
    String body = response.peekBody(MOST_ERROR_BYTES).string();
    JsonNode error = body.startsWith("{") ? JSON.readTree(body).path("error") : JSON.nullNode();
    return new ApiException(
        response.code(),
        error.path("status").asText(response.message()),
        error.path("message").asText() + "\n" + error.path("details"));
  }
}
