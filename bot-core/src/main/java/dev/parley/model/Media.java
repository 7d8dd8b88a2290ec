package dev.parley.model;

import dev.parley.attachment.AttachmentContent;

/// A picture or document that the model is shown.
public record Media(String mediaType, AttachmentContent content) {}
