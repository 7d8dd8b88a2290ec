package dev.parley.redis;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// All keys of a tenant, some at a time, so that Redis is never held up by many.
final class TenantKeys {
  private static final String ABOUT = "500";
  private static final String BEGINNING = "0";

  private final Scripts scripts;
  private final Duration patience;

  TenantKeys(Scripts scripts, Duration patience) {
    this.scripts = scripts;
    this.patience = patience;
  }

  /// A key of a tenant.
  ///
  /// @param kind what stands before its first colon, or all of it
  /// @param name what comes after; perhaps nothing
  record Key(String kind, String name) {
    static Key of(String text) {
      int colon = text.indexOf(':');
      return colon < 0
          ? new Key(text, "")
          : new Key(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
      return name.isEmpty() ? kind : kind + ":" + name;
    }
  }

  /// Gives all keys that there are from the beginning to the end, some of them twice.
  void each(String tenantKey, Consumer<List<Key>> some) {
    String cursor = BEGINNING;
    do {
      List<Answer> page = scripts.run(Script.KEYS, patience, tenantKey, cursor, ABOUT).list();
      cursor = page.get(0).text();
      some.accept(page.get(1).texts().stream().map(Key::of).toList());
    } while (!cursor.equals(BEGINNING));
  }
}
