package dev.parley.launcher.settings;

import dev.parley.fetch.NamedHost;
import dev.parley.httptool.ToolDeclaration;
import dev.parley.secret.Secret;
import dev.parley.tool.AbsentTool;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tools that are declared in files of a folder.
///
/// @param absent those that lack something, and what
public record DeclaredTools(List<ToolDeclaration> tools, List<AbsentTool> absent) {
  public DeclaredTools {
    tools = List.copyOf(tools);
    absent = List.copyOf(absent);
  }

  /// @param beside the settings file
  static DeclaredTools read(SettingsReader reader, Path beside) {
    Path folder = beside.resolveSibling(reader.text("directory"));
    Set<String> privateHosts = new HashSet<>();
    for (String host : reader.list("private-hosts")) {
      try {
        privateHosts.add(host(host));
      } catch (IllegalArgumentException wrong) {
        reader.mistake("private-hosts", String.valueOf(wrong.getMessage()));
      }
    }
    return reader.files(
        (environment, mistakes) ->
            new ToolsFolder(folder, environment, privateHosts).read(mistakes));
  }

  /// A machine as it is named.
  ///
  /// @throws IllegalArgumentException with the rest of a sentence, where none is
  static String host(String text) {
    if (NamedHost.parse(text).isEmpty()) {
      throw new IllegalArgumentException(
          "names \"" + text + "\" but needs hosts, such as tracker.internal or 10.0.0.5:8080");
    }
    return text;
  }

  /// What is secret in them.
  public List<Secret> secrets() {
    return tools.stream().flatMap(tool -> tool.secrets().stream()).distinct().toList();
  }
}
