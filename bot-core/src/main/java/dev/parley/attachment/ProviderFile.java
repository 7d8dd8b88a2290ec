package dev.parley.attachment;

import java.time.Instant;

/// A file that the model's provider keeps for a while, because it is too large for a request.
///
/// @param name what the provider calls it
/// @param uri what a request names it by
/// @param expires when the provider erases it
public record ProviderFile(String name, String uri, Instant expires) {}
