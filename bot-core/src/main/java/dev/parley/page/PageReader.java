package dev.parley.page;

import dev.parley.attachment.DocumentReader;
import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentType;
import dev.parley.fetch.Fetched.Answer;
import dev.parley.page.PageReading.Form;
import dev.parley.page.PageReading.NotNow;
import dev.parley.page.PageReading.Unread;
import dev.parley.page.PageReading.Words;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what a host or a person sent by what it is: a page, a text, a PDF or another document.
public final class PageReader {
  /// More words than any document has that somebody wants to have read out.
  private static final int MOST_CHARACTERS = 2_000_000;

  private static final int HEAD = 1_024;
  private static final Pattern HTML =
      Pattern.compile("(?is)\\W{0,10}(<!--.*?-->\\s*)*<(!doctype html|html|head|body)\\b.*");

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
  private static final Set<String> UNTOLD =
      Set.of("", "application/octet-stream", "binary/octet-stream", "application/unknown");
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.+|.+[+/](json|xml|yaml|x-yaml|javascript|ecmascript|x-sh|sql|toml|graphql)"
              + "|application/(x-ndjson|jsonl|ld|x-javascript)");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}");

  private final DocumentReader documents;
  private final int mostCharacters;

  /// Reads at most two million characters of a document.
  public PageReader(DocumentReader documents) {
    this(documents, MOST_CHARACTERS);
  }

  /// @param mostCharacters of a document
  public PageReader(DocumentReader documents, int mostCharacters) {
    this.documents = documents;
    this.mostCharacters = mostCharacters;
  }

  /// What an answer says. Blocks while a document is read.
  public PageReading read(Answer answer) {
    byte[] bytes = answer.body().toArray();
    if (bytes.length == 0) {
      return new Unread("there is nothing at this address: the answer is empty");
    }
    return read(bytes, answer.mediaType().orElse(""), answer.address(), answer.cut());
  }

  /// What a whole file says. Blocks while a document is read.
  ///
  /// @param told its media type, as far as somebody tells; else empty
  /// @param address that links in it begin from
  public PageReading read(byte[] bytes, String told, URI address) {
    return bytes.length == 0 ? new Unread("it is empty") : read(bytes, told, address, false);
  }

  private PageReading read(byte[] bytes, String told, URI address, boolean cut) {
    Optional<DocumentType> document = DocumentType.in(bytes);
    if (document.isPresent()) {
      return cut
          ? new Unread("it is a document, and larger than may be read")
          : document(document.get(), bytes);
    }
    String type = told.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    Optional<Charset> charset = PlainText.charset(told);
    if (PAGES.contains(type) || (UNTOLD.contains(type) && looksLikePage(bytes))) {
      return HtmlPage.read(bytes, charset, address);
    }
    Optional<String> text =
        UNTOLD.contains(type) || TEXT.matcher(type).matches()
            ? PlainText.of(bytes, charset, cut)
            : Optional.empty();
    return text.<PageReading>map(words -> Words.of(Form.TEXT, words))
        .orElseGet(() -> new Unread("it is " + kind(type) + ", which is not read here"));
  }

  private static boolean looksLikePage(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    return HTML.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).matches();
  }

  private static String kind(String type) {
    if (type.startsWith("image/")) {
      return "a picture";
    }
    if (type.startsWith("audio/") || type.startsWith("video/")) {
      return "a recording";
    }
    return UNTOLD.contains(type) || !MEDIA_TYPE.matcher(type).matches()
        ? "neither a page nor a text nor a document"
        : "a file of the type " + type;
  }

  private PageReading document(DocumentType type, byte[] bytes) {
    DocumentType wanted = type == DocumentType.PDF ? DocumentType.PDF_WORDS : type;
    return switch (documents.read(wanted, bytes, mostCharacters)) {
      case DocumentReading.Words words when words.text().isBlank() ->
          new Unread("the document has no words in it; its pages may be pictures");
      case DocumentReading.Words words ->
          Words.of(
              type == DocumentType.PDF ? Form.PDF : Form.DOCUMENT,
              InvisibleLetters.removed(words.text()));
      case DocumentReading.Pages _ -> new Unread("the document cannot be read as a text");
      case DocumentReading.Unread(DocumentReading.Obstacle why)
          when why == DocumentReading.Obstacle.UNAVAILABLE ->
          new NotNow(reason(why));
      case DocumentReading.Unread(DocumentReading.Obstacle why) -> new Unread(reason(why));
    };
  }

  private static String reason(DocumentReading.Obstacle why) {
    return switch (why) {
      case PROTECTED -> "the document asks for a password";
      case DAMAGED -> "the document is damaged";
      case INFLATED -> "the document unpacks to far more than a document holds";
      case TOO_LONG -> "the document says more than can be read";
      case TOO_MUCH_WORK -> "the document takes more time or memory than reading may";
      case NO_DOCUMENT -> "it is packed as a document is, and is none";
      case UNAVAILABLE -> "no document can be read at the moment";
    };
  }
}
