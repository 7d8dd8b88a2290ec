package dev.parley.identity;

/// Who wrote a message: the id, and the name that others see.
public record Author(UserId id, String name) {
  public Author {
    IdText.checked("an author's name", name);
  }
}
