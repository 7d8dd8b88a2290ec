package dev.parley.ingestion;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks which files a folder has. Hidden ones, what other programs put there, and what links
/// lead
/// to outside of it are left out.
final class FolderScan {
  private static final int DEEPEST = 20;
  private static final int MOST_FILES = 20_000;
  private static final Set<String> LEFT_OUT = Set.of("node_modules", "__pycache__");

  private final Path root;
  private final List<PathMatcher> patterns;
  private final SortedMap<String, Found> found = new TreeMap<>();

  private FolderScan(Path root, List<String> patterns) {
    this.root = root;
    this.patterns = patterns.stream().map(FolderScan::matcher).toList();
  }

  /// A file.
  record Found(Path path, long size, FileTime changed) {}

  /// What there is.
  ///
  /// @param files by their names within the folder, with `/` between its parts
  /// @param whole whether these are all
  record Content(SortedMap<String, Found> files, boolean whole) {}

  /// Looks into a folder. Blocks.
  ///
  /// @throws IOException where the folder, or a part of it, cannot be looked at
  static Content of(FolderSettings folder) throws IOException {
    FolderScan scan = new FolderScan(folder.path().toRealPath(), folder.patterns());
    FileVisitor<Path> visitor = scan.new Visitor();
    Files.walkFileTree(scan.root, Set.of(), DEEPEST, visitor);
    return new Content(scan.found, scan.found.size() < MOST_FILES);
  }

  /// A pattern without a slash is one of names, wherever they are.
  private static PathMatcher matcher(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    if (!pattern.contains("/")) {
      return path -> Optional.ofNullable(path.getFileName()).filter(matcher::matches).isPresent();
    }
    return pattern.startsWith("**/")
        ? path -> matcher.matches(Path.of("x").resolve(path))
        : matcher;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean wanted = folder.equals(root) || !(name.startsWith(".") || LEFT_OUT.contains(name));
      return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = root.relativize(file);
      String name = String.valueOf(file.getFileName());
      if (!name.startsWith(".") && isWanted(relative, name)) {
        add(file, relative, attributes);
      }
      return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /// A file that went while it was looked at is not there.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (Files.exists(file)) {
        throw failure;
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private boolean isWanted(Path relative, String name) {
    return patterns.isEmpty()
        ? FileKind.named(name).isPresent() || OfficeTypes.isNamed(name)
        : patterns.stream().anyMatch(pattern -> pattern.matches(relative));
  }

  private void add(Path file, Path relative, BasicFileAttributes attributes) throws IOException {
    BasicFileAttributes real = attributes;
    if (attributes.isSymbolicLink()) {
      if (!Files.exists(file) || !file.toRealPath().startsWith(root)) {
        return;
      }
      real = Files.readAttributes(file, BasicFileAttributes.class);
    }
    if (real.isRegularFile()) {
      String name = relative.toString().replace('\\', '/');
      found.put(name, new Found(file, real.size(), real.lastModifiedTime()));
    }
  }
}
