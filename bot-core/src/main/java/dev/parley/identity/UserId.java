package dev.parley.identity;

/// A person or bot as its platform knows it; unique within a tenant.
public record UserId(String value) {
  public UserId {
    IdText.checked("a user's id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
