package dev.parley.launcher;

import dev.parley.launcher.settings.Settings;
import dev.parley.secret.Secret;
import dev.parley.web.admin.AdminPages;
import dev.parley.web.admin.AdminSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The token that admins sign in with: the one that is set, or one for as long as this process
/// lives, which is told at its start and nowhere else.
///
/// @param made whether it is one of this process
record AdminAccess(Secret token, boolean made) {
  private static final int RANDOM_BYTES = 24;

  static AdminAccess of(Settings settings) {
    return settings
        .web()
        .adminToken()
        .map(token -> new AdminAccess(token, false))
        .orElseGet(AdminAccess::random);
  }

  private static AdminAccess random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    Secret token = Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    SecretRedaction.hide(List.of(token));
    return new AdminAccess(token, true);
  }

  AdminSettings settings() {
    return AdminSettings.of(token);
  }

  /// @param url where the HTTP server really is
  String notice(URI url) {
    String how =
        made
            ? "; its token until the next start is "
                + token.reveal()
                + " (set PARLEY_ADMIN_TOKEN to keep one)"
            : ", with PARLEY_ADMIN_TOKEN";
    return "Admin page: " + url + AdminPages.PATH + how;
  }
}
