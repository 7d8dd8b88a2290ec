package dev.parley.command;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Ingestion;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Material;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets documents be read in for somebody, waits a moment for what came of it, and lets them be
/// told of the rest when it is over.
final class KnowledgeIntake {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final KnowledgeContext knowledge;
  private final KnowledgeNews news;

  KnowledgeIntake(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
    this.news = new KnowledgeNews(knowledge);
  }

  /// @param audience of new documents
  /// @param wished whether it is also that of documents that are there already
  Reply take(
      CommandInvocation invocation,
      List<Material> materials,
      DocumentAudience audience,
      boolean wished) {
    Taking taking = new Taking(invocation, audience, wished);
    materials.forEach(taking::take);
    return taking.reply();
  }

  /// What becomes of one command.
  private final class Taking {
    private final CommandInvocation invocation;
    private final DocumentAudience audience;
    private final boolean wished;
    private final KnowledgeRights rights;
    private final List<IngestJob> jobs = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<ReplyAction> actions = new ArrayList<>();
    private boolean good;

    Taking(CommandInvocation invocation, DocumentAudience audience, boolean wished) {
      this.invocation = invocation;
      this.audience = audience;
      this.wished = wished;
      this.rights = knowledge.rights(invocation);
    }

    void take(Material material) {
      DocumentId id = DocumentId.of(material.origin());
      Optional<Document> before = before(id);
      if (before.filter(there -> !rights.mayChange(there)).isPresent() || isTakenByOthers(id)) {
        lines.add(
            "**%s**: there is a document of this name already that you may not change."
                .formatted(Plain.text(material.name())));
        return;
      }
      IngestJob job = job(material, before.isPresent() && !wished);
      switch (knowledge.desk().add(job)) {
        case Ingestion.Taken.Queued _ -> jobs.add(job);
        case Ingestion.Taken.Refused(String sentence) ->
            lines.add("**%s**: %s".formatted(Plain.text(material.name()), sentence));
      }
    }

    private Optional<Document> before(DocumentId id) {
      return knowledge
          .desk()
          .entry(invocation.place().tenant(), id)
          .map(KnowledgeDesk.Entry::document);
    }

    private boolean isTakenByOthers(DocumentId id) {
      return knowledge.desk().jobs(invocation.place().tenant()).stream()
          .filter(state -> state.job().document().equals(id))
          .anyMatch(state -> !rights.mayOvertake(state));
    }

    private IngestJob job(Material material, boolean asBefore) {
      return new IngestJob(
          UUID.randomUUID().toString(),
          invocation.place().tenant(),
          material,
          asBefore ? Optional.empty() : Optional.of(audience),
          Optional.of(invocation.author()),
          QuotaContext.payer(invocation),
          knowledge.quotas().now());
    }

    Reply reply() {
      long end = System.nanoTime() + MOMENT.toNanos();
      List<IngestJob> unfinished = new ArrayList<>();
      for (IngestJob job : jobs) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        Optional<JobState> state =
            knowledge.desk().await(job.tenant(), job.id(), left).filter(JobState::isOver);
        state.ifPresentOrElse(this::ended, () -> unfinished.add(job));
        knowledge.note(
            invocation,
            "added “%s” (%s) to the knowledge base"
                .formatted(job.material().name(), job.document()));
      }
      unfinished.forEach(this::goesOn);
      news.tell(invocation, unfinished);
      return said();
    }

    private void ended(JobState state) {
      Optional<KnowledgeDesk.Entry> entry =
          knowledge.desk().entry(state.job().tenant(), state.job().document());
      if (state.stage() == JobState.Stage.FAILED || entry.isEmpty()) {
        lines.add(KnowledgeLines.line(state));
        return;
      }
      good = true;
      Document document = entry.get().document();
      lines.add(
          "%s: %s, for %s."
              .formatted(
                  KnowledgeLines.title(document),
                  KnowledgeLines.passages(document),
                  new KnowledgeLines(knowledge, invocation).audience(document)));
      actions.addAll(KnowledgeLines.actions(document, true));
    }

    private void goesOn(IngestJob job) {
      good = true;
      lines.add(
          "**%s** (`%s`) is being read; I tell you when that is over. `/knowledge list` shows how far it is."
              .formatted(Plain.text(job.material().name()), job.document()));
    }

    private Reply said() {
      String text = lines.size() == 1 ? lines.getFirst() : "- " + String.join("\n- ", lines);
      if (!good) {
        return Reply.notice(text);
      }
      Reply reply = Reply.answer(text + hint());
      return lines.size() == 1 ? reply.withActions(actions) : reply;
    }

    /// Where not everyone sees it though nobody asked for that.
    private String hint() {
      return wished || audience.equals(DocumentAudience.EVERYONE)
          ? ""
          : "\n\nNot everyone can read what is said here, so new documents are for %s alone; `/knowledge audience` changes that."
              .formatted(knowledge.audiences().told(audience, invocation));
    }
  }
}
