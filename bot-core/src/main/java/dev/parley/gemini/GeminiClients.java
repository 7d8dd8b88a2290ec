package dev.parley.gemini;

import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Builds the two clients that all calls share: Google's library, and HTTP below it.
final class GeminiClients {
  private static final URI GOOGLE = URI.create("https://generativelanguage.googleapis.com");
  private static final int IDLE_CONNECTIONS = 32;

  private GeminiClients() {}

  static OkHttpClient http(GeminiSettings settings) {
    return new OkHttpClient.Builder()
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.idleTimeout())
        .writeTimeout(settings.idleTimeout())
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
        .addInterceptor(new CallWatch())
        .addInterceptor(new EventFiller())
        .build();
  }

  static URI url(GeminiSettings settings) {
    return settings.baseUrl().orElse(GOOGLE);
  }

  /// Says all that the library would else take from the environment.
  static Client client(GeminiSettings settings, OkHttpClient http) {
    // One attempt is not enough: the library would still sleep after a status of its list.
    HttpOptions options =
        HttpOptions.builder()
            .baseUrl(url(settings).toString())
            .retryOptions(HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()))
            .build();
    return Client.builder()
        .apiKey(settings.apiKey().reveal())
        .vertexAI(false)
        .httpOptions(options)
        .clientOptions(ClientOptions.builder().customHttpClient(http).build())
        .build();
  }
}
