package dev.parley.model;

/// A file that the provider keeps, and that the model is shown by its address there.
///
/// @param extent as its attachment has it: pages or seconds, or 0
/// @param size in bytes
public record RemoteMedia(String mediaType, String uri, int extent, int size) {}
