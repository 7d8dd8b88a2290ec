package dev.parley.ingestion;

import dev.parley.ingestion.SourceText.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a text is by its file's name or by its media type.
///
/// @param mediaType as a host would tell it
record FileKind(Form form, String mediaType) {
  static final FileKind MARKDOWN = new FileKind(Form.MARKDOWN, "text/markdown");
  static final FileKind PAGE = new FileKind(Form.MARKDOWN, "text/html");
  static final FileKind TABLE = new FileKind(Form.TABLE, "text/csv");
  static final FileKind PLAIN = new FileKind(Form.PLAIN, "text/plain");
  static final FileKind CODE = new FileKind(Form.CODE, "text/plain");

  private static final Set<String> MARKDOWNS = Set.of("md", "markdown", "mdown", "mkd", "mdx");
  private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "shtml");
  private static final Set<String> TABLES = Set.of("csv", "tsv", "tab");
  private static final Set<String> PLAINS =
      Set.of("txt", "text", "rst", "adoc", "asciidoc", "org", "tex", "srt", "vtt", "eml");
  private static final Set<String> CODES =
      Set.of(
          ("asm bash bat c cc clj cljs cmake cmd conf cpp cs css csx cxx d dart diff el elm env erl ex"
                  + " exs f90 fish fs gd gemspec go gql gradle graphql groovy h hcl hh hpp hrl hs hxx ini"
                  + " ipynb java jl js json json5 jsonl jsx kt kts less lisp log lua m make mjs ml mli mm"
                  + " nim nix nu pas patch php pl pm po prisma properties proto ps1 psm1 py pyi r rake rb"
                  + " rego rkt rs sass sbt scala scm scss sh sol sql svelte swift tcl tf tfvars toml ts"
                  + " tsx v vb vue wat xml xsd xsl yaml yml zig zsh")
              .split(" "));
  private static final Set<String> CODE_NAMES =
      Set.of("dockerfile", "makefile", "jenkinsfile", "vagrantfile", "rakefile", "gemfile");

  /// By its name; empty where that says nothing.
  static Optional<FileKind> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String end = lower.substring(lower.lastIndexOf('.') + 1);
    if (lower.indexOf('.') < 0) {
      return CODE_NAMES.contains(lower) ? Optional.of(CODE) : Optional.empty();
    }
    if (MARKDOWNS.contains(end)) {
      return Optional.of(MARKDOWN);
    }
    if (PAGES.contains(end)) {
      return Optional.of(PAGE);
    }
    if (TABLES.contains(end)) {
      return Optional.of(TABLE);
    }
    return PLAINS.contains(end)
        ? Optional.of(PLAIN)
        : Optional.of(CODE).filter(_ -> CODES.contains(end));
  }

  /// By what its host tells; empty where that says nothing more than that it is a text.
  static Optional<FileKind> told(String mediaType) {
    String type = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
      case "text/html", "application/xhtml+xml" -> Optional.of(PAGE);
      case "text/csv", "text/tab-separated-values" -> Optional.of(TABLE);
      case "", "text/plain", "application/octet-stream", "binary/octet-stream" -> Optional.empty();
      default -> Optional.of(type.startsWith("text/") ? PLAIN : CODE);
    };
  }
}
