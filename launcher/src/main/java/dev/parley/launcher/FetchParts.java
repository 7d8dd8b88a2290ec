package dev.parley.launcher;

import dev.parley.attachment.DocumentReader;
import dev.parley.fetch.Fetcher;
import dev.parley.fetch.SafeFetcher;
import dev.parley.launcher.settings.FetchSection;
import dev.parley.page.FetchPageTool;
import dev.parley.tool.Tool;
import java.util.Optional;

/// How tools ask other machines.
///
/// @param fetcher for all of them
/// @param ofPages asks those hosts alone whose pages may be read
/// @param pages reads those of the internet; empty where the model may not
record FetchParts(SafeFetcher fetcher, Fetcher ofPages, Optional<Tool> pages) {
  static FetchParts make(FetchSection settings, DocumentReader documents) {
    SafeFetcher fetcher = new SafeFetcher(settings.fetching());
    Fetcher ofPages = fetcher.within(settings.rules());
    return new FetchParts(
        fetcher,
        ofPages,
        settings.readsPages()
            ? Optional.of(new FetchPageTool(ofPages, documents, settings.pages()))
            : Optional.empty());
  }
}
