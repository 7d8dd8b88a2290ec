package dev.parley.web;

/// How large files are, as people say it.
public final class FileSize {
  private FileSize() {}

  public static String of(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : Math.max(bytes >> 10, 1) + " kB";
  }
}
