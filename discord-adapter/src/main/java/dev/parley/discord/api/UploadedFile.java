package dev.parley.discord.api;

import dev.parley.attachment.AttachmentContent;

/// A file that is sent to Discord.
///
/// @param description for those who do not see it
public record UploadedFile(
    String name, String mediaType, AttachmentContent content, String description) {}
