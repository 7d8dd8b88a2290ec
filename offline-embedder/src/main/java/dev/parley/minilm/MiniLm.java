package dev.parley.minilm;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.parley.model.Embedding;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model all-MiniLM-L6-v2, quantized, with its tokenizer, as it is loaded into memory.
///
/// A text's vector is the mean of what the model makes of its tokens (the model's card, "Usage").
/// It is used by one thread at a time.
final class MiniLm implements AutoCloseable {
  static final int DIMENSIONS = 384;

  private static final Logger LOG = LoggerFactory.getLogger(MiniLm.class);
  private static final String MODEL = "all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

  /// All windows of a run are as long as its longest one.
  private static final int MOST_TOKENS_AT_ONCE = 2_048;

  private final HuggingFaceTokenizer tokenizer;
  private final TokenWindows windows;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private MiniLm(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.windows = new TokenWindows(tokenizer.encode("", true, false).getIds());
    this.environment = environment;
    this.session = session;
  }

  static MiniLm load(Path folder) throws IOException, OrtException {
    NativeLibraries.prepare(folder);
    try (InputStream tokenizer = resource(TOKENIZER);
        InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
      options.setInterOpNumThreads(1);
      // else its threads wait by turning round and round
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      HuggingFaceTokenizer words =
          HuggingFaceTokenizer.newInstance(
              tokenizer, Map.of("padding", "false", "truncation", "false"));
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      LOG.info("all-MiniLM-L6-v2 is loaded, and makes vectors without any service");
      return new MiniLm(words, environment, session);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = MiniLm.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is in no jar");
    }
    return stream;
  }

  /// What texts mean, in their order.
  List<Embedding> meanings(List<String> texts) throws OrtException {
    List<TokenSum> sums = texts.stream().map(_ -> new TokenSum(DIMENSIONS)).toList();
    List<TokenWindow> all = new ArrayList<>();
    for (int at = 0; at < texts.size(); at++) {
      String text = TokenWindows.cut(texts.get(at));
      all.addAll(windows.of(at, tokenizer.encode(text, false, false).getIds()));
    }
    all.sort(Comparator.comparingInt(TokenWindow::length));
    for (List<TokenWindow> run : TokenWindows.runs(all, MOST_TOKENS_AT_ONCE)) {
      run(run, sums);
    }
    return sums.stream().map(TokenSum::meaning).toList();
  }

  private void run(List<TokenWindow> run, List<TokenSum> sums) throws OrtException {
    int length = run.getLast().length();
    long[][] ids = new long[run.size()][];
    long[][] mask = new long[run.size()][];
    for (int at = 0; at < run.size(); at++) {
      ids[at] = run.get(at).padded(length);
      mask[at] = run.get(at).mask(length);
    }
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, new long[run.size()][length]);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      float[][][] tokens = (float[][][]) result.get(0).getValue();
      for (int at = 0; at < tokens.length; at++) {
        TokenWindow window = run.get(at);
        sums.get(window.text()).add(tokens[at], window.length());
      }
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException broken) {
      LOG.warn("the offline model could not be let go of: {}", broken.getMessage());
    }
  }
}
