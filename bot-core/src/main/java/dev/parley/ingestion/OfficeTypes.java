package dev.parley.ingestion;

import java.util.Locale;
import java.util.Map;

/// The media types of office documents, by the ends of their names.
final class OfficeTypes {
  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final Map<String, String> TYPES =
      Map.of(
          "docx", OPEN_XML + "wordprocessingml.document",
          "xlsx", OPEN_XML + "spreadsheetml.sheet",
          "pptx", OPEN_XML + "presentationml.presentation",
          "doc", "application/msword",
          "xls", "application/vnd.ms-excel",
          "ppt", "application/vnd.ms-powerpoint",
          "odt", OPEN_DOCUMENT + "text",
          "ods", OPEN_DOCUMENT + "spreadsheet",
          "odp", OPEN_DOCUMENT + "presentation",
          "rtf", "application/rtf");

  private OfficeTypes() {}

  static String named(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(end, "application/octet-stream");
  }
}
