package dev.parley.web;

import dev.parley.attachment.AttachmentContent;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Promise;

/// A form of several parts, such as browsers and curl send files with. It is read into memory, of
/// which it has a bounded share, and nothing of it into files.
public final class MultipartForm implements AutoCloseable {
  private static final String TYPE = "multipart/form-data";

  private static final int MOST_PARTS = 20;
  private static final int LONGEST_HEADERS = 8_192;

  /// For boundaries, headers and small parts beside the large one.
  private static final int BESIDE = 64 << 10;

  private final MultiPartFormData.Parts parts;

  private MultipartForm(MultiPartFormData.Parts parts) {
    this.parts = parts;
  }

  /// Reads the body of a request.
  ///
  /// @param most bytes that may be in its parts together
  /// @param tooLarge what its sender is told where it has many more
  public static MultipartForm of(Context request, int most, String tooLarge) {
    String boundary = boundary(request);
    byte[] bytes = BoundedBody.read(request, most + BESIDE, tooLarge);
    return new MultipartForm(parsed(boundary, bytes));
  }

  private static String boundary(Context request) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals(TYPE)) {
      throw RequestProblem.bad(
          "The content type must be " + TYPE + ", not \"" + JsonBody.shortened(media) + "\".");
    }
    return Optional.ofNullable(MultiPart.extractBoundary(type))
        .filter(boundary -> !boundary.isBlank())
        .orElseThrow(
            () -> RequestProblem.bad("The content type must name the boundary of the parts."));
  }

  private static MultiPartFormData.Parts parsed(String boundary, byte[] bytes) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxMemoryFileSize(-1);
    parser.setMaxParts(MOST_PARTS);
    parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    Content.Source source = new ByteBufferContentSource(ByteBuffer.wrap(bytes));
    CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
    parser.parse(source, Promise.Invocable.toPromise(parts));
    try {
      // all bytes are here, so that nothing is waited for
      return parts.join();
    } catch (CompletionException malformed) {
      throw RequestProblem.bad(
          "The form is malformed: it must have at most "
              + MOST_PARTS
              + " parts between boundaries, and end with one.");
    }
  }

  /// A part with content that was sent under a name.
  public record Part(String fileName, AttachmentContent content) {}

  /// All parts with a name, in their order.
  public List<Part> parts(String name) {
    return StreamSupport.stream(parts.spliterator(), false)
        .filter(part -> name.equals(part.getName()))
        .map(MultipartForm::part)
        .toList();
  }

  private static Part part(MultiPart.Part part) {
    String fileName = Optional.ofNullable(part.getFileName()).orElse("");
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(part.getLength(), 0)));
    Content.Source source = part.getContentSource();
    for (Content.Chunk chunk = source.read(); chunk != null; chunk = source.read()) {
      if (chunk.hasRemaining()) {
        bytes.put(chunk.getByteBuffer());
      }
      chunk.release();
      if (chunk.isLast()) {
        break;
      }
    }
    return new Part(withoutPath(fileName), AttachmentContent.of(bytes.array()));
  }

  /// Some browsers once sent whole paths.
  private static String withoutPath(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }

  /// The text of a part that need not be there.
  public Optional<String> text(String name) {
    List<Part> found = parts(name);
    if (found.size() > 1) {
      throw RequestProblem.bad("\"" + name + "\" is there " + found.size() + " times.");
    }
    return found.stream().map(MultipartForm::text).findFirst();
  }

  /// The texts of all parts with a name.
  public List<String> texts(String name) {
    return parts(name).stream().map(MultipartForm::text).toList();
  }

  private static String text(Part part) {
    return new String(part.content().bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    parts.close();
  }
}
