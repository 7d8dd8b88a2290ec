package dev.parley.ingestion;

import java.util.Locale;
import java.util.Map;

/// The media types of documents, by the ends of their names.
final class OfficeTypes {
  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("docx", OPEN_XML + "wordprocessingml.document"),
          Map.entry("xlsx", OPEN_XML + "spreadsheetml.sheet"),
          Map.entry("pptx", OPEN_XML + "presentationml.presentation"),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry("odt", OPEN_DOCUMENT + "text"),
          Map.entry("ods", OPEN_DOCUMENT + "spreadsheet"),
          Map.entry("odp", OPEN_DOCUMENT + "presentation"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("pdf", "application/pdf"));

  private OfficeTypes() {}

  static boolean isNamed(String name) {
    return TYPES.containsKey(end(name));
  }

  static String named(String name) {
    return TYPES.getOrDefault(end(name), "application/octet-stream");
  }

  private static String end(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
