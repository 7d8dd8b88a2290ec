package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.ShownMessage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, where each person may ask a few questions a day")
class BudgetScenarioTest extends BudgetStage {
  private static final String REQUEST = "Request more";

  @Test
  @DisplayName("questions are answered until the limit is reached, and then refused in good words")
  void refused() throws Exception {
    try (BotProcess bot = limited()) {
      spendsAll(ann);

      ShownMessage refusal = asks(ann, 6);
      String others = asks(bob, 1).text();

      assertThat(refusal.text())
          .contains("Your limit is 5 requests per day.", "All of it is spent.", "It begins anew")
          .doesNotContain("hello");
      assertThat(refusal.wire().toString()).contains("<!date^");
      assertThat(labels(refusal.wire())).containsExactly(REQUEST);
      assertThat(typed(ann, channel, "usage")).contains("in 5 calls", "Nothing is left");
      assertThat(others).startsWith("hello 1");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("each mark is told once, to the person in a direct message")
  void marks() throws Exception {
    try (BotProcess bot = limited()) {
      spendsAll(ann);
      asks(ann, 6);

      List<String> told = told(ann, 3);

      assertThat(told.get(0)).startsWith("50% of your limit (5 requests per day) are spent: 3");
      assertThat(told.get(1)).startsWith("80% of your limit (5 requests per day) are spent: 4");
      assertThat(told.get(2)).startsWith("100% of your limit (5 requests per day) are spent: 5");
      assertThat(labels(workspace.messages(workspace.dm(ann)).get(0).wire())).isEmpty();
      assertThat(labels(workspace.messages(workspace.dm(ann)).get(1).wire()))
          .containsExactly(REQUEST);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("who wants more asks admins by a button, and one of them grants it")
  void granted() throws Exception {
    try (BotProcess bot = limited()) {
      admin.commands(admins, "/parley", "quota admins here").await(LIMIT);
      messages(admins, 1);
      spendsAll(ann);
      ShownMessage refusal = asks(ann, 6);
      told(ann, 3);

      String asked = privately(ann, channel, () -> presses(ann, refusal, REQUEST)).text();
      ShownMessage wish = messages(admins, 2).getLast();
      String byBob = privately(bob, admins, () -> presses(bob, wish, "Grant")).text();
      presses(admin, wish, "Grant");
      String news = told(ann, 4).getLast();
      String afterwards = asks(ann, 7).text();
      String again = privately(admin, admins, () -> presses(admin, wish, "Grant")).text();

      assertThat(asked).isEqualTo("The admins were asked. You will hear from them.");
      assertThat(wish.text()).contains("Ann asks for more", "5 requests per day");
      assertThat(labels(wish.wire())).containsExactly("Grant 5 requests", "Decline");
      assertThat(byBob).contains("Only admins may use");
      assertThat(news).contains("You can spend 5 requests more until");
      assertThat(afterwards).startsWith("hello 7");
      assertThat(again).contains("was answered already");
      assertThat(workspace.everything(admins).getLast().text()).contains("Mia granted it");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
