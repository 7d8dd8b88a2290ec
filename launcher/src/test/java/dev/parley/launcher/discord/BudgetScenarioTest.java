package dev.parley.launcher.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.ApiFault;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.ShownMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Discord, where each person may ask a few questions a day")
class BudgetScenarioTest extends DiscordScenario {
  private static final int MOST = 5;
  private static final String REQUEST = "Request more";
  private static final String USAGE = "usage";
  private static final String SET = "quota set";
  private static final String RULE = "rule";
  private static final String GROUPS_UNKNOWN = "limits that hold for groups are left out";
  private static final Pattern WISH = Pattern.compile("\\b([0-9a-f]{8})\\b");
  private static final DiscordTown TOWN = limited();

  BudgetScenarioTest() {
    super(TOWN);
  }

  private static DiscordTown limited() {
    DiscordTown town = DiscordTown.open();
    town.bot(
        """
        quotas:
          rules: ["each user: %d requests per day", "workspace: $50 per month"]
        demo: {words-per-second: 0}
        """
            .formatted(MOST));
    return town;
  }

  @AfterAll
  static void leave() throws Exception {
    TOWN.close();
  }

  private ShownMessage asks(DiscordPerson person, DiscordChannel channel, int number) {
    return answered(person.says(channel, mention("Say hello " + number)));
  }

  private void spendsAll(DiscordPerson person, DiscordChannel channel) {
    for (int number = 1; number <= MOST; number++) {
      assertThat(asks(person, channel, number).text()).startsWith("hello " + number);
    }
  }

  /// What somebody was told in their direct messages, once it is so much.
  private static List<ShownMessage> told(DiscordPerson person, int count) {
    await().atMost(LIMIT).until(() -> person.dm().botMessages().size() >= count);
    assertThat(person.dm().botMessages()).hasSize(count);
    return person.dm().botMessages();
  }

  private static ShownMessage privately(Interaction given) {
    given.awaitText(LIMIT);
    assertThat(given.ephemeral()).isTrue();
    return given.shown().orElseThrow();
  }

  /// What only the person sees instead of what everybody would have seen.
  private static ShownMessage refused(Interaction given) {
    await().atMost(LIMIT).until(() -> !given.followUps().isEmpty());
    assertThat(given.shown()).isEmpty();
    assertThat(given.followUps()).hasSize(1).allMatch(ShownMessage::ephemeral);
    return given.followUps().getFirst();
  }

  @Test
  @DisplayName("questions are refused once the limit is reached, and admins grant more by a button")
  void granted() {
    DiscordChannel admins = town.guild.channel("admins");
    DiscordChannel channel = town.guild.channel("budgets");
    DiscordPerson cleo = town.guild.person("Cleo");
    town.admin.slash(admins, "quota admins", Map.of("where", "here")).awaitText(LIMIT);
    spendsAll(cleo, channel);

    ShownMessage refusal = asks(cleo, channel, 6);
    List<ShownMessage> marks = told(cleo, 3);
    ShownMessage asked = privately(cleo.presses(refusal, REQUEST));
    ShownMessage wish = answers(admins, 2).getLast();
    ShownMessage byBob = refused(town.bob.presses(wish, "Grant 5 requests"));
    String grant = town.admin.presses(wish, "Grant 5 requests").awaitText(LIMIT);
    ShownMessage news = told(cleo, 4).getLast();
    ShownMessage again = refused(town.admin.presses(wish, "Grant 5 requests"));

    assertThat(refusal.text())
        .contains("Your limit is 5 requests per day.", "All of it is spent.", "<t:")
        .doesNotContain("hello");
    assertThat(refusal.labels()).contains(REQUEST);
    assertThat(marks)
        .extracting(ShownMessage::text)
        .satisfiesExactly(
            half -> assertThat(half).startsWith("50% of your limit (5 requests per day)"),
            most -> assertThat(most).startsWith("80% of your limit (5 requests per day)"),
            all -> assertThat(all).startsWith("100% of your limit (5 requests per day)"));
    assertThat(asked.text()).isEqualTo("The admins were asked. You will hear from them.");
    assertThat(wish.text()).contains("Cleo", "asks for more", "5 requests per day");
    assertThat(byBob.text()).contains("Only admins may use");
    assertThat(grant).contains("Mia", "granted it");
    assertThat(news.text()).contains("You can spend 5 requests more until");
    assertThat(again.text()).contains("was answered already");
    assertThat(asks(cleo, channel, 7).text()).startsWith("hello 7");
  }

  @Test
  @DisplayName("usage is shown in private, with a picture, and of all together to admins only")
  void usage() throws Exception {
    DiscordChannel channel = town.guild.channel("usages");
    DiscordPerson dan = town.guild.person("Dan");
    asks(dan, channel, 1);
    asks(dan, channel, 2);
    int before = channel.botMessages().size();

    ShownMessage mine = privately(dan.slash(channel, USAGE, Map.of("when", "today")));
    ShownMessage byModel =
        privately(dan.slash(channel, USAGE, Map.of("what", "me", "when", "today", "by", "model")));
    ShownMessage table = privately(dan.slash(channel, USAGE, Map.of("what", "export")));
    Map<String, Object> all = Map.of("what", "workspace", "by", "user");
    String refused = privately(dan.slash(channel, USAGE, all)).text();
    String shown = privately(town.admin.slash(channel, USAGE, all)).text();

    assertThat(mine.text()).contains("Your usage today", "in 2 calls", "3 requests left");
    assertThat(mine.files()).hasSize(1);
    assertThat(ImageIO.read(new ByteArrayInputStream(mine.files().getFirst().content())).getWidth())
        .isGreaterThan(300);
    assertThat(byModel.text()).contains("in 2 calls");
    assertThat(table.files()).singleElement().matches(file -> file.name().endsWith(".csv"));
    assertThat(refused).startsWith("Only admins may see");
    assertThat(shown).contains("Usage of all here", "Dan", "$50.00 per month");
    assertThat(channel.botMessages()).hasSize(before);
  }

  @Test
  @DisplayName("more is granted and declined, and limits are cleared, by commands too")
  void answers() {
    DiscordChannel channel = town.guild.channel("wishes");
    DiscordPerson gil = town.guild.person("Gil");
    Matcher id = WISH.matcher(privately(gil.slash(channel, "quota request")).text());
    String of = "user " + gil.id();

    String declined = id.find() ? decline(channel, id.group(1)) : "";
    String news = told(gil, 1).getFirst().text();
    Map<String, Object> grant = Map.of("grant", of + " 3 requests per day for 2h");
    String granted = privately(town.admin.slash(channel, "quota grant", grant)).text();
    String limits = privately(gil.slash(channel, "quota show")).text();
    String line = "each channel: 900 requests per day";
    privately(town.admin.slash(channel, SET, Map.of(RULE, line)));
    String cleared =
        privately(town.admin.slash(channel, "quota clear", Map.of(RULE, "each channel"))).text();

    assertThat(declined).contains("Mia", "declined it");
    assertThat(news).isEqualTo("The admins declined your wish for more.");
    assertThat(granted).startsWith("Granted: 3 requests per day more");
    assertThat(limits).contains("8 requests left");
    assertThat(cleared).startsWith("Cleared");
  }

  private String decline(DiscordChannel channel, String wish) {
    return town.admin.slash(channel, "quota decline", Map.of("wish", wish)).awaitText(LIMIT);
  }

  @Test
  @DisplayName("only those who manage the server set limits, and a role may have more than others")
  void roles() {
    DiscordChannel channel = town.guild.channel("rules");
    DiscordPerson eve = town.guild.person("Eve");
    DiscordPerson fred = town.guild.person("Fred");
    town.guild.give(eve, town.guild.role("Writers"));
    String rule =
        "each user of <@&%s>: 40 requests per day".formatted(town.guild.role("Writers").id());

    String byEve = privately(eve.slash(channel, SET, Map.of(RULE, rule))).text();
    String directly = eve.slash(eve.dm(), SET, Map.of(RULE, rule)).awaitText(LIMIT);
    String byAdmin = privately(town.admin.slash(channel, SET, Map.of(RULE, rule))).text();
    String evesLimits = privately(eve.slash(channel, "quota show")).text();
    String fredsLimits = privately(fred.slash(channel, "quota show")).text();
    String audit = privately(town.admin.slash(channel, "audit")).text();

    assertThat(byEve).startsWith("Only admins may use");
    assertThat(directly).startsWith("Only admins may use");
    assertThat(byAdmin).contains("From now on", "40 requests per day");
    assertThat(evesLimits).contains("40 requests per day").doesNotContain("5 requests");
    assertThat(fredsLimits).contains("5 requests per day").doesNotContain("40 requests");
    assertThat(audit).contains("Mia", "40 requests per day");
    spendsAll(eve, channel);
    assertThat(asks(eve, channel, 6).text()).startsWith("hello 6");
  }

  @Test
  @DisplayName("admins see another person's limits, also those that hold for a role of theirs")
  void limitsOfOthers() {
    DiscordChannel channel = town.guild.channel("others");
    DiscordPerson hal = town.guild.person("Hal");
    town.guild.give(hal, town.guild.role("Editors"));
    String role = town.guild.role("Editors").id();
    String line = "each user of <@&%s>: 30 requests per day".formatted(role);
    privately(town.admin.slash(channel, SET, Map.of(RULE, line)));
    asks(hal, channel, 1);
    Map<String, Object> who = Map.of("what", "user", "who", "<@" + hal.id() + ">");

    String shown = privately(town.admin.slash(channel, USAGE, who)).text();
    town.discord.failNext(
        "GET /guilds/{}/members/{}", new ApiFault.Refused(403, 50001, "Missing Access"));
    String unknown = privately(town.admin.slash(channel, USAGE, who)).text();

    assertThat(shown)
        .contains("in 1 call", "of their limit, 30 requests per day: 29 requests left")
        .doesNotContain("5 requests per day", GROUPS_UNKNOWN);
    assertThat(unknown).contains("in 1 call", GROUPS_UNKNOWN).doesNotContain("30 requests");
  }
}
