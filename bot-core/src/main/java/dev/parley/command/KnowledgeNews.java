package dev.parley.command;

import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.KnowledgeDesk;
import dev.parley.knowledge.Viewers;
import dev.parley.message.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people what became of documents that take long to read, once all that were added
/// together are over: in a direct message, or where they were added if all who read there may
/// know.
final class KnowledgeNews {
  private static final Logger log = LoggerFactory.getLogger(KnowledgeNews.class);
  private static final Duration LONGEST = Duration.ofHours(6);

  private final KnowledgeContext knowledge;

  KnowledgeNews(KnowledgeContext knowledge) {
    this.knowledge = knowledge;
  }

  /// Waits in the background.
  void tell(CommandInvocation invocation, List<IngestJob> jobs) {
    if (!jobs.isEmpty()) {
      Thread.ofVirtual().name("knowledge news").start(() -> waitAndTell(invocation, jobs));
    }
  }

  private void waitAndTell(CommandInvocation invocation, List<IngestJob> jobs) {
    try {
      List<JobState> states = new ArrayList<>();
      for (IngestJob job : jobs) {
        knowledge.desk().await(job.tenant(), job.id(), LONGEST).ifPresent(states::add);
      }
      if (!states.isEmpty()) {
        say(invocation, states);
      }
    } catch (RuntimeException untold) {
      log.warn("somebody is not told what became of documents", untold);
    }
  }

  private void say(CommandInvocation invocation, List<JobState> states) {
    Reply words =
        Reply.notice(
            states.stream()
                .map(state -> "- " + KnowledgeLines.line(state))
                .collect(Collectors.joining("\n", "The documents that you added:\n\n", "")));
    Announcements.Outcome outcome =
        knowledge
            .announcements()
            .toPerson(invocation.place().tenant(), invocation.author().id(), words);
    if (outcome == Announcements.Outcome.UNSAID && mayBeToldThere(invocation, states)) {
      knowledge.announcements().toPlace(invocation.place(), words);
    }
  }

  private boolean mayBeToldThere(CommandInvocation invocation, List<JobState> states) {
    Viewers readers =
        knowledge
            .readership()
            .in(invocation.place(), invocation.author().id(), invocation.groups(), Set.of());
    return states.stream().allMatch(state -> readers.maySee(audience(state)));
  }

  private DocumentAudience audience(JobState state) {
    Optional<DocumentAudience> published =
        knowledge
            .desk()
            .entry(state.job().tenant(), state.job().document())
            .map(KnowledgeDesk.Entry::document)
            .map(document -> document.audience());
    return published.or(() -> state.job().audience()).orElse(DocumentAudience.EVERYONE);
  }
}
