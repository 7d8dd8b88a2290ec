package dev.parley.launcher.settings;

import dev.parley.fetch.WebAddress;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.ingestion.FolderSettings;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Reads the folders whose files are documents.
final class FolderReader {
  /// What holds for a folder where nothing else is said.
  private static final String DEFAULTS =
      """
      path: ""
      tenants: ["*"]
      audience: [everyone]
      address: ""
      patterns: []
      """;

  private final Path beside;

  /// @param beside the settings file: folders are found beside it
  FolderReader(Path beside) {
    this.beside = beside;
  }

  /// Reads all that are right; what is wrong with others is noted.
  List<FolderSettings> read(SettingsReader knowledge) {
    SettingsTree.Group defaults = YamlSettings.read("the defaults", DEFAULTS, new ArrayList<>());
    List<FolderSettings> folders = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SettingsReader folder : knowledge.groups("folders", defaults)) {
      Optional<Path> path = path(folder, names);
      Set<TenantId> tenants = tenants(folder);
      Optional<DocumentAudience> audience = audience(folder);
      Optional<String> address = address(folder);
      List<String> patterns = patterns(folder);
      if (path.isPresent() && audience.isPresent()) {
        folders.add(
            new FolderSettings(
                folder.anyText("path"), path.get(), tenants, audience.get(), address, patterns));
      }
    }
    return folders;
  }

  private Optional<Path> path(SettingsReader folder, Set<String> names) {
    String path = folder.anyText("path");
    if (path.isBlank()) {
      folder.mistake("path", "is empty but needs the path of a folder");
      return Optional.empty();
    }
    if (!names.add(path)) {
      folder.mistake("path", "is %s, as that of a folder before it".formatted(path));
      return Optional.empty();
    }
    try {
      return Optional.of(beside.resolveSibling(path));
    } catch (InvalidPathException _) {
      folder.mistake("path", "is \"%s\" but needs the path of a folder".formatted(path));
      return Optional.empty();
    }
  }

  private static Set<TenantId> tenants(SettingsReader folder) {
    List<String> named = folder.list("tenants");
    if (named.contains("*")) {
      return Set.of();
    }
    if (named.isEmpty()) {
      folder.mistake("tenants", "is empty but needs * or names such as slack/T0123");
    }
    return named.stream()
        .flatMap(name -> tenant(folder, name).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<TenantId> tenant(SettingsReader folder, String name) {
    int slash = name.indexOf('/');
    try {
      return Optional.of(
          new TenantId(new PlatformName(name.substring(0, slash)), name.substring(slash + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      folder.mistake(
          "tenants", "has \"%s\" but needs * or names such as slack/T0123".formatted(name));
      return Optional.empty();
    }
  }

  private static Optional<DocumentAudience> audience(SettingsReader folder) {
    Set<AudienceTerm> terms = new HashSet<>();
    for (String text : folder.list("audience")) {
      Optional<AudienceTerm> term = term(text.split("\\s+", 2));
      if (term.isEmpty()) {
        folder.mistake(
            "audience",
            "has \"%s\" but needs everyone, or such as channel C0123, group S0123, person U0123"
                .formatted(text));
        return Optional.empty();
      }
      terms.add(term.get());
    }
    if (terms.isEmpty()) {
      folder.mistake("audience", "is empty but needs somebody, such as everyone");
      return Optional.empty();
    }
    return Optional.of(new DocumentAudience(terms));
  }

  private static Optional<AudienceTerm> term(String[] words) {
    try {
      return switch (words[0]) {
        case "everyone" -> Optional.of(AudienceTerm.EVERYONE).filter(_ -> words.length == 1);
        case "channel" -> Optional.of(AudienceTerm.channel(words[1]));
        case "group" -> Optional.of(AudienceTerm.group(words[1]));
        case "person" -> Optional.of(AudienceTerm.person(new UserId(words[1])));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> address(SettingsReader folder) {
    String address = folder.anyText("address");
    if (!address.isBlank() && WebAddress.parse(address).isEmpty()) {
      folder.mistake("address", "is \"%s\" but needs an address of the web".formatted(address));
      return Optional.empty();
    }
    return Optional.of(address.replaceFirst("/+$", "")).filter(some -> !some.isBlank());
  }

  private static List<String> patterns(SettingsReader folder) {
    List<String> patterns = folder.lines("patterns");
    for (String pattern : patterns) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      } catch (PatternSyntaxException _) {
        folder.mistake("patterns", "has \"%s\" but needs patterns such as *.md".formatted(pattern));
        return List.of();
      }
    }
    return patterns;
  }
}
