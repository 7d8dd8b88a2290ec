package dev.parley.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// How a document is packed, which says how it is read.
public enum DocumentType {
  PDF,
  /// A PDF whose words are wanted, and not its pages.
  PDF_WORDS,
  /// docx, xlsx, pptx and their kin: a ZIP file with a list of its parts.
  OFFICE_OPEN_XML,
  /// doc, xls, ppt, and any of the newer ones that has a password.
  OFFICE_BINARY,
  RICH_TEXT,
  /// odt, ods, odp.
  OPEN_DOCUMENT;

  private static final byte[] COMPOUND_FILE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
  private static final byte[] ZIP_FILE = {'P', 'K', 3, 4};
  private static final byte[] LIST_OF_PARTS =
      "[Content_Types].xml".getBytes(StandardCharsets.US_ASCII);
  private static final String OPEN_DOCUMENTS = "application/vnd.oasis.opendocument.";

  /// The document that these bytes are; empty where they are none that is read.
  public static Optional<DocumentType> in(byte[] bytes) {
    return of(FileContent.type(bytes), bytes);
  }

  /// The document that a file is; empty where it is none that is read.
  ///
  /// @param mediaType by its first bytes
  static Optional<DocumentType> of(String mediaType, byte[] bytes) {
    if (mediaType.equals("application/pdf")) {
      return Optional.of(PDF);
    }
    if (mediaType.equals("application/rtf") || mediaType.equals("text/rtf")) {
      return Optional.of(RICH_TEXT);
    }
    if (mediaType.startsWith(OPEN_DOCUMENTS)) {
      return Optional.of(OPEN_DOCUMENT);
    }
    if (isAt(bytes, 0, COMPOUND_FILE)) {
      return Optional.of(OFFICE_BINARY);
    }
    return isAt(bytes, 0, ZIP_FILE) && listsParts(bytes)
        ? Optional.of(OFFICE_OPEN_XML)
        : Optional.empty();
  }

  /// The list may be anywhere: some programs write it last.
  private static boolean listsParts(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == LIST_OF_PARTS[0] && isAt(bytes, at, LIST_OF_PARTS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] mark) {
    return at + mark.length <= bytes.length
        && Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
  }
}
