package dev.parley.web.admin;

import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.Author;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.usage.Payer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// The admin pages over some documents, to look at while working on them: run this with a port, and
/// sign in with the token of [AdminHarness].
public final class AdminPlayground {
  private static final Author ANN = new Author(new UserId("U01"), "Ann Miller");

  private final AdminHarness admin;

  private AdminPlayground(int port) {
    admin = new AdminHarness(port, AdminHarness.SETTINGS);
  }

  /// @param arguments the port, and `empty` for no documents
  public static void main(String[] arguments) throws InterruptedException {
    AdminPlayground playground = new AdminPlayground(Integer.parseInt(arguments[0]));
    if (arguments.length == 1) {
      playground.fill();
    }
    System.out.println(playground.admin.uri("/admin") + " " + AdminHarness.TOKEN);
    new CountDownLatch(1).await();
  }

  private void fill() {
    admin.clock.step(Duration.ofDays(-240));
    add(file("Employee handbook 2026.pdf", "Welcome.\n\nAsk."), DocumentAudience.EVERYONE);
    add(new Material.Link("https://docs.example.org/expenses/travel"), DocumentAudience.EVERYONE);
    add(
        words("Budget", "The budget is 3 million.\n\nIt is decided in March."),
        DocumentAudience.of(AudienceTerm.channel("C01"), AudienceTerm.person(new UserId("U02"))));
    for (int number = 1; number <= 60; number++) {
      admin.clock.step(Duration.ofDays(4));
      add(words("Minutes of meeting " + number, "We met.\n\nWe ate."), DocumentAudience.EVERYONE);
    }
    add(file("scan.pdf", "unreadable"), DocumentAudience.EVERYONE);
    admin.ingestion.hold(100);
    add(
        file("A very long name of a file with all that was ever said.docx", "Long"),
        DocumentAudience.EVERYONE);
    add(new Material.Link("https://docs.example.org/handbook"), DocumentAudience.EVERYONE);
    admin.ingestion.beginNext();
    admin.store.used(
        AdminHarness.SLACK,
        admin.store.documents(AdminHarness.SLACK).stream()
            .limit(20)
            .map(document -> document.id())
            .toList(),
        admin.clock.instant());
  }

  private Material file(String name, String text) {
    AttachmentContent content = AttachmentContent.of(text.getBytes(StandardCharsets.UTF_8));
    admin.files.keep(AdminHarness.SLACK, content);
    Origin origin = new Origin(Origin.Kind.FILE, name, Optional.empty());
    return new Material.Kept(origin, content.sha256(), name);
  }

  private static Material words(String title, String text) {
    return new Material.Words(new Origin(Origin.Kind.TEXT, title, Optional.empty()), title, text);
  }

  private void add(Material material, DocumentAudience audience) {
    admin.ingestion.take(
        new IngestJob(
            UUID.randomUUID().toString(),
            AdminHarness.SLACK,
            material,
            Optional.of(audience),
            Optional.of(ANN),
            new Payer(AdminHarness.SLACK, "C01", ANN.id(), ANN.name(), Set.of()),
            admin.clock.instant()));
  }
}
