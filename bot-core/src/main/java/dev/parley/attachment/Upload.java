package dev.parley.attachment;

import dev.parley.identity.UserId;

/// A file that somebody has uploaded to a place, for a message that they send there.
///
/// @param mediaType as whoever took it in saw its content
/// @param size in bytes
public record Upload(String id, Sender sender, String name, String mediaType, long size) {
  public Upload {
    name = FileName.plain(name);
  }

  /// Who uploads, and where. A file is for that place only, and for messages of that person.
  ///
  /// @param place as its platform names it
  public record Sender(String place, UserId person) {}

  /// A file that somebody wants to upload.
  ///
  /// @param mediaType as whoever takes it in saw its content
  /// @param size in bytes as far as it is told before; 0 where it is not
  public record Offer(Sender sender, String name, String mediaType, long size) {
    public Offer {
      name = FileName.plain(name);
    }
  }
}
