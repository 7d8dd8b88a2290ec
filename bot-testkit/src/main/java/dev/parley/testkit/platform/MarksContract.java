package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of marks must do.
public abstract class MarksContract {
  private final TenantId tenant = tenant();
  private final TenantId other = tenant();

  /// The store under test; always the same marks.
  protected abstract Marks marks();

  private static TenantId tenant() {
    return new TenantId(new PlatformName("discord"), UUID.randomUUID().toString());
  }

  @Test
  @DisplayName("has no notes where none were kept")
  void none() {
    assertThat(marks().read(tenant)).isEmpty();
  }

  @Test
  @DisplayName("adds notes to those of the same tenant, and replaces those of the same name")
  void adds() {
    marks().keep(tenant, Map.of("heard", "1", "dm 7", "1"));
    marks().keep(tenant, Map.of("heard", "2"));
    marks().keep(other, Map.of("heard", "9"));

    assertThat(marks().read(tenant)).isEqualTo(Map.of("heard", "2", "dm 7", "1"));
    assertThat(marks().read(other)).isEqualTo(Map.of("heard", "9"));
  }

  @Test
  @DisplayName("takes notes away, but for those that were replaced meanwhile")
  void forgets() {
    marks().keep(tenant, Map.of("heard", "1", "dm 7", "1", "dm 8", "1"));
    marks().keep(tenant, Map.of("dm 8", "2"));
    marks().forget(tenant, Map.of("dm 7", "1", "dm 8", "1", "dm 9", "1"));
    marks().forget(other, Map.of("heard", "1"));

    assertThat(marks().read(tenant)).isEqualTo(Map.of("heard", "1", "dm 8", "2"));
  }
}
