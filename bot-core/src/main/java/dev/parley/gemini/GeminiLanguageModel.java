package dev.parley.gemini;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GetModelConfig;
import com.google.genai.types.HttpOptions;
import dev.parley.attachment.ProviderFiles;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.model.CallMeter;
import dev.parley.model.Embedder;
import dev.parley.model.LanguageModel;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gemini behind the port: one client for all calls, with retries and models to fall back to.
public final class GeminiLanguageModel implements LanguageModel, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GeminiLanguageModel.class);
  private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(5);
  private static final Booking WARM_UP =
      new Booking(
          new Payer(
              new TenantId(new PlatformName("none"), "warm-up"),
              "none",
              new UserId("none"),
              "none",
              Set.of()),
          Purpose.ANSWER,
          Optional.empty());

  private final OkHttpClient http;
  private final Client client;
  private final RequestMapper mapper;
  private final PatientCall patience;
  private final ModelChain chain;
  private final CallMeter meter;
  private final GeminiSettings settings;

  private GeminiLanguageModel(GeminiSettings settings, CallMeter meter) {
    this.settings = settings;
    this.http = GeminiClients.http(settings);
    this.client = GeminiClients.client(settings, http);
    this.mapper =
        new RequestMapper(settings.thoughts(), settings.resolution(), settings.ownTools());
    this.meter = meter;
    this.patience = new PatientCall(settings);
    this.chain =
        new ModelChain(new GeminiCall(client, mapper, meter), patience, settings.fallbackModels());
  }

  /// Builds the client; calls nobody yet.
  ///
  /// @param meter stands before each single call
  public static GeminiLanguageModel open(GeminiSettings settings, CallMeter meter) {
    return new GeminiLanguageModel(settings, meter);
  }

  /// Loads what the first call needs, and connects: the first call is seconds slower otherwise. A
  /// model that cannot be reached or used is logged, since to start is right even so.
  public void warmUp(String model) {
    warmUpMapping(model);
    HttpOptions limit = HttpOptions.builder().timeout((int) WARM_UP_LIMIT.toMillis()).build();
    try {
      client.models.get(model, GetModelConfig.builder().httpOptions(limit).build());
    } catch (RuntimeException e) {
      String reason = String.valueOf(ErrorMapper.map(e, Optional.empty()).getMessage());
      LOG.warn("{} cannot be used now: {}", model, reason);
    }
  }

  private void warmUpMapping(String model) {
    ModelRequest request =
        new ModelRequest(
            WARM_UP,
            model,
            false,
            "system",
            List.of(),
            List.of(new ModelMessage.FromUser("text")),
            1,
            WARM_UP_LIMIT);
    mapper.contents(request).forEach(content -> content.toJson());
    mapper.config(request, WARM_UP_LIMIT).toJson();
    AnswerAssembly assembly = new AnswerAssembly(model, 0, _ -> {});
    assembly.take(
        GenerateContentResponse.fromJson(
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"text\"}]}}]}"));
    assembly.finished();
  }

  /// Where files go that are too large for a request.
  public ProviderFiles files() {
    return new GeminiFiles(http, settings);
  }

  /// Makes vectors by another model, with the same client, meter and patience.
  public Embedder embedder(EmbeddingSettings embedding) {
    EmbeddingCall call =
        new EmbeddingCall(new GeminiJson(http, settings), meter, embedding.space());
    return new GeminiEmbedder(call, patience, embedding);
  }

  @Override
  public ModelStream stream(ModelRequest request) {
    return GeminiStream.start(request, chain);
  }

  /// Drops all connections; streams that still run fail.
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    client.close();
  }
}
