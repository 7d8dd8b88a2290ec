package dev.parley.launcher.settings;

import dev.parley.httptool.ToolDeclaration;
import dev.parley.tool.AbsentTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder with a file for each tool.
final class ToolsFolder {
  private final Path folder;
  private final Environment environment;
  private final Set<String> privateHosts;

  /// @param privateHosts that every tool may ask
  ToolsFolder(Path folder, Environment environment, Set<String> privateHosts) {
    this.folder = folder;
    this.environment = environment;
    this.privateHosts = Set.copyOf(privateHosts);
  }

  /// Reads all files, whose mistakes are added to the others. Where there is no folder, there are
  /// no tools.
  DeclaredTools read(List<Mistake> mistakes) {
    List<ToolDeclaration> tools = new ArrayList<>();
    List<AbsentTool> absent = new ArrayList<>();
    Map<String, Path> files = new HashMap<>();
    for (Path file : files(mistakes)) {
      List<Mistake> own = new ArrayList<>();
      Optional<ToolFile.Content> content = content(file, own);
      content.ifPresent(
          read -> {
            read.missing().ifPresent(absent::add);
            read.tool().ifPresent(tools::add);
            Path other = files.putIfAbsent(read.name(), file);
            if (other != null) {
              own.add(new Mistake("name", "is " + read.name() + ", as in " + other + " already"));
            }
          });
      own.forEach(one -> mistakes.add(new Mistake(file + ": " + one.where(), one.problem())));
    }
    return new DeclaredTools(tools, absent);
  }

  private List<Path> files(List<Mistake> mistakes) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(ToolsFolder::isDeclaration).sorted().toList();
    } catch (IOException | UncheckedIOException _) {
      mistakes.add(new Mistake("tools.directory", "names " + folder + ", which cannot be read"));
      return List.of();
    }
  }

  private static boolean isDeclaration(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml"))
        && !name.startsWith(".")
        && Files.isRegularFile(file);
  }

  private Optional<ToolFile.Content> content(Path file, List<Mistake> mistakes) {
    try {
      return new ToolFile(environment, privateHosts, mistakes).read(Files.readString(file));
    } catch (IOException _) {
      mistakes.add(new Mistake("the file", "cannot be read as a file of UTF-8 text"));
      return Optional.empty();
    }
  }
}
