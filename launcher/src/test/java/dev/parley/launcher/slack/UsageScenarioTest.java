package dev.parley.launcher.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SharedFile;
import dev.parley.testkit.slack.SlackPerson;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, what was spent and who may change limits")
class UsageScenarioTest extends BudgetStage {
  private static final Pattern DOLLARS = Pattern.compile("\\$([0-9.]+) in (\\d+) calls?");
  private static final Pattern WISH = Pattern.compile("quota approve ([0-9a-f]+)");
  private static final int COST = 15;
  private static final String ONLY_ADMINS = "Only admins may use";

  private SharedFile file(String name) {
    await().atMost(LIMIT).until(() -> !workspace.files().named(name).isEmpty());
    return workspace.files().named(name).getLast();
  }

  private List<String> table() {
    String name =
        workspace.botMessages().stream()
            .flatMap(message -> message.files().stream())
            .filter(file -> file.endsWith(".csv"))
            .reduce((_, last) -> last)
            .orElseThrow();
    return new String(file(name).content(), UTF_8).lines().skip(1).toList();
  }

  private boolean hasTable() {
    return workspace.botMessages().stream()
        .flatMap(message -> message.files().stream())
        .anyMatch(file -> file.endsWith(".csv"));
  }

  @Test
  @DisplayName("is shown to each person in private, with a picture, and by model")
  void usage() throws Exception {
    try (BotProcess bot = limited()) {
      asks(ann, 1);
      asks(bob, 1);
      asks(ann, 2);

      String mine = typed(ann, channel, "usage");
      byte[] picture = file("usage.png").content();
      String byModel =
          privately(ann, channel, () -> ann.commands(channel, "/usage", "by model")).text();

      assertThat(mine).contains("Your usage", "in 2 calls", "3 requests left");
      assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isGreaterThan(300);
      assertThat(workspace.messages(channel)).noneMatch(it -> it.text().contains("Your usage"));
      assertThat(workspace.messages(workspace.dm(ann)))
          .anySatisfy(message -> assertThat(message.files()).contains("usage.png"));
      assertThat(byModel).contains("in 2 calls");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is shown of all together to admins only")
  void workspaceUsage() throws Exception {
    try (BotProcess bot = limited()) {
      asks(ann, 1);
      asks(bob, 1);

      assertThat(typed(ann, channel, "usage workspace")).startsWith("Only admins may see");
      assertThat(typed(ann, workspace.dm(ann), "usage workspace")).startsWith("Only admins");
      assertThat(typed(admin, channel, "usage workspace"))
          .contains("Usage of all here", "in 2 calls", "Ann", "Bob", "$50.00 per month");
      assertThat(typed(ann, channel, "audit")).startsWith(ONLY_ADMINS);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is shown of another person to admins, with the limits of their user groups")
  void usageOfOthers() throws Exception {
    try (BotProcess bot = limited()) {
      asks(bob, 1);
      String rule =
          "quota set each user of " + workspace.userGroup("editors", bob) + ": 30 requests per day";
      String line = "usage user who " + bob.id();
      typed(admin, channel, rule);

      slack.failNext("usergroups.list", new ApiFault.Refused("missing_scope"));
      String unknown = typed(admin, channel, line);

      assertThat(unknown)
          .contains("in 1 call", "limits that hold for groups are left out")
          .doesNotContain("30 requests");
    }
    try (BotProcess bot = limited()) {
      assertThat(typed(admin, channel, "usage user who " + bob.id()))
          .contains("in 1 call", "of their limit, 30 requests per day: 29 requests left")
          .doesNotContain("5 requests per day", "left out");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is exported as a table whose costs add up to what is shown")
  void export() throws Exception {
    try (BotProcess bot = limited()) {
      asks(ann, 1);
      asks(bob, 1);
      asks(ann, 2);
      Matcher shown = DOLLARS.matcher(typed(ann, channel, "usage"));

      typed(ann, channel, "usage export");
      await().atMost(LIMIT).until(this::hasTable);
      List<String> rows = table();

      assertThat(shown.find()).isTrue();
      BigDecimal cost = new BigDecimal(shown.group(1));
      assertThat(rows).hasSize(Integer.parseInt(shown.group(2))).allMatch(it -> it.contains("Ann"));
      assertThat(
              rows.stream()
                  .map(row -> new BigDecimal(row.split(",")[COST]))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isPositive()
          .isCloseTo(cost, within(cost.ulp()));
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is decided by admins, wherever they are, and their deeds are kept")
  void deeds() throws Exception {
    try (BotProcess bot = limited()) {
      String rule = "quota set each user: 9 requests per day";

      assertThat(typed(ann, channel, rule)).startsWith(ONLY_ADMINS);
      assertThat(typed(ann, workspace.dm(ann), rule)).startsWith(ONLY_ADMINS);
      assertThat(typed(admin, workspace.dm(admin), rule))
          .isEqualTo("From now on: each user: 9 requests per day.");

      assertThat(typed(ann, channel, "quota show")).contains("9 requests per day");
      assertThat(typed(admin, workspace.dm(admin), "audit"))
          .contains("Mia", "set the rule each user: 9 requests per day");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is granted, declined and cleared by commands too")
  void answers() throws Exception {
    try (BotProcess bot = limited()) {
      String wish = typed(ann, channel, "quota request");
      Matcher id = WISH.matcher(wish);

      assertThat(id.find()).as(wish).isTrue();
      admin.commands(channel, "/parley", "quota decline " + id.group(1)).await(LIMIT);
      assertThat(messages(channel, 1).getFirst().text()).contains("Mia declined it");
      assertThat(told(ann, 1).getFirst()).isEqualTo("The admins declined your wish for more.");
      assertThat(
              typed(admin, channel, "quota grant user " + ann.id() + " 3 requests per day for 2h"))
          .startsWith("Granted: 3 requests per day more");
      assertThat(typed(ann, channel, "quota show")).contains("8 requests left");
      typed(admin, channel, "quota set each channel: 7 requests per day");
      assertThat(typed(admin, channel, "quota clear each channel")).startsWith("Cleared");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is on the Home tab, to each person of themselves only")
  void home() throws Exception {
    try (BotProcess bot = limited()) {
      asks(ann, 1);
      asks(bob, 1);

      assertThat(home(ann))
          .contains("Your usage", "in 1 call", "5 requests per day")
          .doesNotContain("$50");
      assertThat(home(admin)).contains("Your usage").doesNotContain("Ann", "Bob");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  private String home(SlackPerson person) {
    person.opensApp("home").await(LIMIT);
    await().atMost(LIMIT).until(() -> workspace.views().home(person).isPresent());
    return workspace.views().home(person).map(JsonNode::toString).orElseThrow();
  }
}
