package dev.parley.testkit.slack;

/// The one app of a fake Slack, which every workspace has installed.
///
/// @param appToken what opens Socket Mode connections
/// @param verificationToken the deprecated token that payloads still carry
public record SlackApp(
    String id,
    String signingSecret,
    String appToken,
    String clientId,
    String clientSecret,
    String verificationToken) {
  static final SlackApp INSTANCE =
      new SlackApp(
          "A0PARLEY",
          "8f742231b10e8888abcd99yyyzzz85a5",
          "xapp-1-A0PARLEY-1",
          "1111.2222",
          "client-secret",
          "verification-token");
}
