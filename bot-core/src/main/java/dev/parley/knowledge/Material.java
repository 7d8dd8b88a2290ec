package dev.parley.knowledge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.attachment.AttachmentRef;
import java.util.Optional;

/// What a document is to be made of.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Material.Words.class, name = "words"),
  @JsonSubTypes.Type(value = Material.Link.class, name = "link"),
  @JsonSubTypes.Type(value = Material.Attached.class, name = "attached"),
  @JsonSubTypes.Type(value = Material.Kept.class, name = "kept")
})
public sealed interface Material {
  /// Where the document will be from.
  Origin origin();

  /// What people call it as long as it has no title of its own.
  String name();

  /// The same without what it says: for those who only want to know what it is.
  default Material withoutWords() {
    return this;
  }

  /// Words in Markdown: what somebody typed, a message, or a thread.
  ///
  /// @param title blank: it is made of the words
  record Words(Origin origin, String title, String text) implements Material {
    @Override
    public String name() {
      return title;
    }

    @Override
    public Material withoutWords() {
      return new Words(origin, title, "");
    }
  }

  /// A page or file of the web.
  record Link(String address) implements Material {
    @Override
    public Origin origin() {
      return new Origin(Origin.Kind.LINK, address, Optional.of(address));
    }

    @Override
    public String name() {
      return address;
    }
  }

  /// A file of a message, which its platform has. A file with the same name takes its place.
  ///
  /// @param address of the message; empty where it has none
  record Attached(AttachmentRef file, Optional<String> address) implements Material {
    @Override
    public Origin origin() {
      return new Origin(Origin.Kind.FILE, file.name(), address);
    }

    @Override
    public String name() {
      return file.name();
    }
  }

  /// A file whose bytes are in the attachment store.
  record Kept(Origin origin, String sha256, String name) implements Material {}
}
