package dev.parley.launcher.settings;

import dev.parley.fetch.FetchSettings;
import dev.parley.fetch.HostRules;
import dev.parley.fetch.NamedHost;
import dev.parley.page.PageSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What tools may ask of other machines.
///
/// @param readsPages whether the model may read pages of the internet
/// @param rules whose pages
public record FetchSection(
    boolean readsPages, PageSettings pages, FetchSettings fetching, HostRules rules) {
  static FetchSection read(SettingsReader reader) {
    return new FetchSection(
        reader.choice("enabled", Map.of("true", true, "false", false)),
        new PageSettings(
            reader.time("time-limit", Duration.ofSeconds(1), Duration.ofMinutes(5)),
            Math.toIntExact(reader.size("page-limit", 1 << 10, 100 << 20)),
            reader.number("text-limit", 1_000, 1_000_000)),
        new FetchSettings(
            reader.number("most-at-once", 1, 1_000), reader.number("most-per-host", 1, 1_000)),
        new HostRules(hosts(reader, "hosts"), hosts(reader, "blocked-hosts")));
  }

  private static Set<String> hosts(SettingsReader reader, String key) {
    Set<String> hosts = new HashSet<>();
    for (String text : reader.list(key)) {
      Optional<NamedHost> host = NamedHost.parse(text).filter(named -> named.port().isEmpty());
      host.ifPresentOrElse(
          named -> hosts.add(named.host()),
          () ->
              reader.mistake(
                  key, "has \"" + text + "\", which is no host; one is example.com or 192.0.2.1"));
    }
    return hosts;
  }
}
