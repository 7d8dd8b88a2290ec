package dev.parley.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedisKeysTest {
  private static final RedisKeys KEYS = new RedisKeys("parley");

  /// Keys of two tenants never meet, whatever is appended to them.
  @Property
  void tenantsShareNoKey(
      @ForAll("tenants") TenantId one,
      @ForAll("tenants") TenantId other,
      @ForAll("hostile") String oneConversation,
      @ForAll("hostile") String otherConversation) {
    String oneKey = KEYS.tenant(one) + ":turn:" + oneConversation;
    String otherKey = KEYS.tenant(other) + ":turn:" + otherConversation;

    assertThat(oneKey.equals(otherKey))
        .isEqualTo(one.equals(other) && oneConversation.equals(otherConversation));
  }

  /// All keys of a tenant hash to one slot: a cluster hashes what stands between the first opening
  /// brace and the next closing one.
  @Property
  void tenantIsTheHashTag(@ForAll("tenants") TenantId tenant, @ForAll("hostile") String suffix) {
    String bare = KEYS.tenant(tenant);
    String key = bare + ":history:" + suffix;

    assertThat(hashTag(key)).isEqualTo(hashTag(bare)).isNotEmpty();
    assertThat(bare).endsWith("{" + hashTag(bare) + "}");
  }

  private static String hashTag(String key) {
    int open = key.indexOf('{');
    return key.substring(open + 1, key.indexOf('}', open));
  }

  @Provide
  Arbitrary<TenantId> tenants() {
    return Combinators.combine(Arbitraries.of("web", "slack").map(PlatformName::new), hostile())
        .as(TenantId::new);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.strings()
        .withChars("{}%:/@ab7BD25*?[]\"\\é")
        .ofMinLength(1)
        .ofMaxLength(6)
        .filter(text -> !text.isBlank());
  }
}
