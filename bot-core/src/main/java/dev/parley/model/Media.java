package dev.parley.model;

import dev.parley.attachment.AttachmentContent;

/// A picture or document that the model is shown, or that it made.
public record Media(String mediaType, AttachmentContent content) {}
