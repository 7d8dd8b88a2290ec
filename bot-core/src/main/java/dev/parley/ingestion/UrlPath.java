package dev.parley.ingestion;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of files as they stand in addresses.
final class UrlPath {
  private UrlPath() {}

  static String of(String name) {
    return Stream.of(name.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
