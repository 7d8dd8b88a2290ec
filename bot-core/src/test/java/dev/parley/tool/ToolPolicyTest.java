package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.tool.ToolRule.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The rules about tools")
final class ToolPolicyTest {
  private static final List<String> IDS = List.of("a", "b", "c");

  @Provide
  Arbitrary<ToolUser> users() {
    return Combinators.combine(
            Arbitraries.of("slack", "web"),
            Arbitraries.of(IDS),
            Arbitraries.of(IDS),
            Arbitraries.of(IDS).set().ofMaxSize(2))
        .as(ToolPolicyTest::user);
  }

  private static ToolUser user(String platform, String channel, String person, Set<String> groups) {
    TenantId tenant = new TenantId(new PlatformName(platform), "T1");
    Place place = new Place(tenant, channel, Optional.empty(), false);
    Author asker = new Author(new UserId(person), person);
    return new ToolUser(place.conversation(SessionScope.CHANNEL, asker.id()), place, asker, groups);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("send_mail", "send_fax", "github__close", "time");
  }

  @Provide
  Arbitrary<ToolEffect> effects() {
    return Arbitraries.of(ToolEffect.READS, ToolEffect.CHANGES, ToolEffect.SETS);
  }

  private static Arbitrary<ToolAudience> audiences() {
    Arbitrary<Set<PlatformName>> platforms =
        Arbitraries.of(new PlatformName("slack"), new PlatformName("web")).set().ofMaxSize(1);
    Arbitrary<Set<String>> ids = Arbitraries.of(IDS).set().ofMaxSize(2);
    return Combinators.combine(platforms, ids, ids, ids)
        .as(
            (where, channels, groups, people) ->
                new ToolAudience(where, Set.of(), channels, groups, people));
  }

  @Provide
  Arbitrary<ToolRule> rules() {
    Arbitrary<NamePattern> patterns =
        Arbitraries.of("*", "send_*", "github__*", "time", "*_fax").map(NamePattern::new);
    return Combinators.combine(
            patterns.list().ofMinSize(1).ofMaxSize(2),
            audiences(),
            Arbitraries.of(true, false).optional(),
            Arbitraries.of(Approval.class).optional(),
            Arbitraries.of(IDS).set().ofMaxSize(2))
        .as(ToolRule::new);
  }

  @Provide
  Arbitrary<List<ToolRule>> policies() {
    return rules().list().ofMaxSize(6);
  }

  private static List<ToolRule> with(List<ToolRule> rules, int at, ToolRule more) {
    List<ToolRule> all = new ArrayList<>(rules);
    all.add(Math.floorMod(at, rules.size() + 1), more);
    return all;
  }

  private static ToolAccess.Kind kind(
      List<ToolRule> rules, String tool, ToolEffect effect, ToolUser user) {
    return new ToolPolicy(rules).access(tool, effect, user).kind();
  }

  @Property
  @Label("answer each question by the first one that fits and says something to it")
  void first(
      @ForAll("policies") List<ToolRule> rules,
      @ForAll("names") String tool,
      @ForAll("effects") ToolEffect effect,
      @ForAll("users") ToolUser user) {
    List<ToolRule> fitting = rules.stream().filter(rule -> rule.isAbout(tool, user)).toList();
    boolean allowed =
        fitting.stream().flatMap(rule -> rule.allow().stream()).findFirst().orElse(true);
    Approval approval =
        fitting.stream()
            .flatMap(rule -> rule.approval().stream())
            .findFirst()
            .orElse(Approval.CHANGES);
    boolean asks =
        approval == Approval.ALWAYS || (approval == Approval.CHANGES && effect.changes());

    assertThat(kind(rules, tool, effect, user))
        .isEqualTo(
            !allowed
                ? ToolAccess.Kind.REFUSED
                : asks ? ToolAccess.Kind.ASKS_FIRST : ToolAccess.Kind.ALLOWED);
    assertThat(new ToolPolicy(rules).approvers(tool, user))
        .isEqualTo(
            fitting.stream()
                .map(ToolRule::approvers)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(Set.of()));
  }

  @Property
  @Label("mean the same whatever stands among them for others")
  void others(
      @ForAll("policies") List<ToolRule> rules,
      @ForAll("rules") ToolRule more,
      @ForAll int at,
      @ForAll("names") String tool,
      @ForAll("effects") ToolEffect effect,
      @ForAll("users") ToolUser user) {
    ToolAudience nobody =
        new ToolAudience(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("nobody"));
    ToolRule forOthers =
        new ToolRule(more.tools(), nobody, more.allow(), more.approval(), more.approvers());

    assertThat(kind(with(rules, at, forOthers), tool, effect, user))
        .isEqualTo(kind(rules, tool, effect, user));
  }

  @Property
  @Label("mean the same whatever follows one for all that says it all")
  void later(
      @ForAll("policies") List<ToolRule> rules,
      @ForAll("names") String tool,
      @ForAll("effects") ToolEffect effect,
      @ForAll("users") ToolUser user,
      @ForAll boolean allow,
      @ForAll Approval approval) {
    ToolRule all =
        new ToolRule(
            List.of(new NamePattern("*")),
            ToolAudience.ALL,
            Optional.of(allow),
            Optional.of(approval),
            Set.of("d"));

    assertThat(kind(with(rules, 0, all), tool, effect, user))
        .isEqualTo(kind(List.of(all), tool, effect, user));
    assertThat(new ToolPolicy(with(rules, 0, all)).approvers(tool, user)).containsExactly("d");
  }

  @Property
  @Label("say which of them decides")
  void reasons(
      @ForAll("policies") List<ToolRule> rules,
      @ForAll("names") String tool,
      @ForAll("users") ToolUser user) {
    ToolAccess access = new ToolPolicy(rules).access(tool, ToolEffect.CHANGES, user);

    assertThat(access.reason()).isNotBlank();
    if (access.kind() == ToolAccess.Kind.REFUSED) {
      int rule = Integer.parseInt(access.reason().replaceAll("\\D+(\\d+).*", "$1"));
      assertThat(rules.get(rule - 1).allow()).contains(false);
    }
  }

  @Example
  @Label("fit names by their form, in which only the star means something")
  void patterns() {
    assertThat(
            Stream.of("a.b*", "*", "x*y*z", "send_mail")
                .map(NamePattern::new)
                .map(
                    pattern ->
                        Stream.of("a.bc", "axbc", "xyz", "x1y22z", "send_mail", "send_mails")
                            .filter(pattern::matches)
                            .toList()))
        .containsExactly(
            List.of("a.bc"),
            List.of("a.bc", "axbc", "xyz", "x1y22z", "send_mail", "send_mails"),
            List.of("xyz", "x1y22z"),
            List.of("send_mail"));
  }

  @Example
  @Label("are about groups where one names a group, or an approver that may be one")
  void groups() {
    ToolRule plain =
        new ToolRule(
            List.of(new NamePattern("*")),
            ToolAudience.ALL,
            Optional.of(true),
            Optional.empty(),
            Set.of());
    ToolRule approved =
        new ToolRule(
            plain.tools(), plain.audience(), plain.allow(), plain.approval(), Set.of("S1"));

    assertThat(new ToolPolicy(List.of(plain)).namesGroups()).isFalse();
    assertThat(new ToolPolicy(List.of(plain, approved)).namesGroups()).isTrue();
  }
}
