package dev.parley.minilm;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// Where the libraries unpack their native parts, which they are told by system properties: below a
/// given folder, since the home folder may not be writable, and the one for temporary files may
/// forbid to run what is in it. What somebody set already is left as it is.
final class NativeLibraries {
  private static final String ONNX_FOLDER = "onnxruntime.native.path";
  private static final List<String> ONNX = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /// Must be called before the libraries are used.
  static void prepare(Path folder) throws IOException {
    // it asks its makers for news otherwise, and for libraries for graphics cards
    set("ai.djl.offline", "true");
    set("OPT_OUT_TRACKING", "true");
    set("DJL_CACHE_DIR", folder.toAbsolutePath().toString());
    if (System.getProperty(ONNX_FOLDER) == null) {
      Path unpacked = Files.createDirectories(folder.resolve("onnxruntime")).toAbsolutePath();
      for (String library : ONNX) {
        unpack(System.mapLibraryName(library), unpacked);
      }
      System.setProperty(ONNX_FOLDER, unpacked.toString());
    }
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /// Where there is none for this machine, the library will say so itself.
  private static void unpack(String file, Path folder) throws IOException {
    URL packed =
        OrtEnvironment.class.getResource("/ai/onnxruntime/native/%s/%s".formatted(machine(), file));
    if (packed == null) {
      return;
    }
    URLConnection connection = packed.openConnection();
    Path target = folder.resolve(file);
    if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) {
      return;
    }
    Path fresh = Files.createTempFile(folder, file, ".new");
    try (InputStream content = connection.getInputStream()) {
      Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// As the library names machines.
  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    return family + (processor.contains("aarch64") ? "-aarch64" : "-x64");
  }
}
