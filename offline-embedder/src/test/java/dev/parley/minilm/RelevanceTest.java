package dev.parley.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.model.Embedder.TitledText;
import dev.parley.model.Embedding;
import dev.parley.model.OfflineEmbedder;
import dev.parley.testkit.model.EmbedderContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("From its least similarity on, the offline model")
@Timeout(120)
class RelevanceTest {
  private record Pair(String question, String passage) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(
              "How many days off do I get?",
              "Full-time staff have 28 days of paid annual leave. Leave that is not taken by the end"
                  + " of March of the next year is lost."),
          new Pair(
              "Where can I leave my bike?",
              "Bicycles go into the basement. The key to it is with the reception; please lock the"
                  + " door behind you."),
          new Pair(
              "Can I work from home?",
              "Everyone may work remotely on up to three days a week, after agreement with their"
                  + " team lead. Core hours are from ten to four."),
          new Pair(
              "the printer shows error 50",
              "Error 50.x on the LaserJet means that the fuser is too hot or broken. Switch the"
                  + " device off for ten minutes; if it comes back, call the technician."),
          new Pair(
              "How do I reset my password?",
              "Forgotten credentials: open the account page, choose \"I cannot sign in\" and follow"
                  + " the link in the mail. The link is valid for an hour."),
          new Pair(
              "who approves expenses",
              "Travel costs above 500 euros need the signature of the head of department before the"
                  + " booking. Receipts are handed in within 30 days."),
          new Pair(
              "What is our refund policy?",
              "Customers may send goods back within 14 days and are given their money back, less the"
                  + " cost of shipping."),
          new Pair(
              "Which database do we use in production?",
              "All services store their state in PostgreSQL 16 on the cluster in Frankfurt. Redis is"
                  + " used as a cache only."),
          new Pair(
              "how to deploy the backend",
              "A merge to main builds the image; the release job rolls it out to staging, and after"
                  + " the smoke tests to production. Roll back with `deploy --previous`."),
          new Pair(
              "When is the next fire drill?",
              "Evacuation exercises take place on the first Tuesday of May and November. Use the"
                  + " stairs and meet at the car park."),
          new Pair(
              "Is there coffee for guests?",
              "Visitors find espresso, tea and water in the kitchen on the second floor. Milk is in"
                  + " the fridge; please refill the beans."),
          new Pair(
              "what do I do when I am ill",
              "On the first day of sickness call your manager before nine. From the fourth day on, a"
                  + " doctor's certificate is needed."));

  @TempDir static Path folder;

  @Test
  @DisplayName("takes what answers a question to fit, and hardly anything else")
  void separates() {
    List<Double> related = new ArrayList<>();
    List<Double> unrelated = new ArrayList<>();
    double from;
    try (OfflineEmbedder embedder = new MiniLmEmbedder(folder)) {
      from = embedder.relevantFrom();
      List<Embedding> passages =
          embedder.passages(
              PAIRS.stream().map(pair -> new TitledText("", pair.passage())).toList(),
              EmbedderContract.BOOKING);
      for (int asked = 0; asked < PAIRS.size(); asked++) {
        Embedding question =
            embedder.question(PAIRS.get(asked).question(), EmbedderContract.BOOKING);
        for (int at = 0; at < PAIRS.size(); at++) {
          (at == asked ? related : unrelated).add(question.similarity(passages.get(at)));
        }
      }
    }
    Collections.sort(related);
    Collections.sort(unrelated);

    assertThat(related.stream().filter(similarity -> similarity >= from).count())
        .as("of %d answers, in %s", related.size(), related)
        .isGreaterThanOrEqualTo(10);
    assertThat(unrelated.stream().filter(similarity -> similarity >= from).count())
        .as("of %d others, in %s", unrelated.size(), unrelated)
        .isLessThanOrEqualTo(5);
  }
}
