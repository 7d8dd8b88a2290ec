package dev.parley.attachment;

/// Where files go that are too large for a request, and what remembers them.
public record LargeFiles(ProviderFiles provider, GivenFiles given) {}
