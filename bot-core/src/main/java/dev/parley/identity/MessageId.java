package dev.parley.identity;

/// A message as its platform knows it; unique within a tenant.
public record MessageId(String value) {
  public MessageId {
    IdText.checked("a message's id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
