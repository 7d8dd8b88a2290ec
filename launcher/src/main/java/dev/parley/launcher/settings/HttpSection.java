package dev.parley.launcher.settings;

import java.util.List;

/// Where the bot listens.
///
/// @param port 0 for any free one
/// @param allowedHosts names besides the host's own that browsers may use
/// @param bodyLimit in bytes
public record HttpSection(String host, int port, List<String> allowedHosts, long bodyLimit) {
  static HttpSection read(SettingsReader reader) {
    return new HttpSection(
        reader.text("host"),
        reader.number("port", 0, 65_535),
        reader.list("allowed-hosts"),
        reader.size("body-limit", 1 << 10, 1 << 30));
  }
}
