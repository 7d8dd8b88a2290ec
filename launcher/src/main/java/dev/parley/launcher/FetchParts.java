package dev.parley.launcher;

import dev.parley.attachment.DocumentReader;
import dev.parley.fetch.SafeFetcher;
import dev.parley.launcher.settings.FetchSection;
import dev.parley.page.FetchPageTool;
import dev.parley.tool.Tool;
import java.util.Optional;

/// How tools ask other machines.
///
/// @param fetcher for all of them
/// @param pages reads those of the internet; empty where it may not
record FetchParts(SafeFetcher fetcher, Optional<Tool> pages) {
  static FetchParts make(FetchSection settings, DocumentReader documents) {
    SafeFetcher fetcher = new SafeFetcher(settings.fetching());
    return new FetchParts(
        fetcher,
        settings.readsPages()
            ? Optional.of(
                new FetchPageTool(fetcher.within(settings.rules()), documents, settings.pages()))
            : Optional.empty());
  }
}
