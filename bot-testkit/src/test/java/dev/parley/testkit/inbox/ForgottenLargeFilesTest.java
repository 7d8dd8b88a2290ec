package dev.parley.testkit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.GivenFiles;
import dev.parley.attachment.LargeFiles;
import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.engine.GivenFilesErasure;
import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who was forgotten")
class ForgottenLargeFilesTest extends RedisTest {
  private static final TenantId TENANT = Said.tenant("T1");
  private static final Author ADA = Said.author("Ada");
  private static final Author BOB = Said.author("Bob");
  private static final Attachment OF_ADA = file("what only Ada sent");
  private static final Attachment OF_BOTH = file("what both sent");

  private static Attachment file(String content) {
    AttachmentContent bytes = AttachmentContent.of(content.getBytes(UTF_8));
    return new Attachment("notes.pdf", "application/pdf", bytes.sha256(), bytes.size());
  }

  private void finishWith(ClaimedTurn claimed, Attachment... files) {
    inbox.answered(claimed.lease(), Said.REPLY, Optional.of(Said.turnWith(claimed, files)));
    inbox.done(claimed.lease(), Optional.empty(), false);
  }

  @Test
  @DisplayName("has large files that only they sent erased by the provider, as soon as it answers")
  void atTheProvider() {
    InMemoryProviderFiles provider = new InMemoryProviderFiles();
    GivenFiles given = storage.givenFiles();
    given.note(TENANT, OF_ADA.sha256(), provider.holding("files/ada"));
    given.note(TENANT, OF_BOTH.sha256(), provider.holding("files/both"));
    finishWith(begin(Secrets.said("m1", Said.channel("general"))), OF_ADA, OF_BOTH);
    finishWith(begin(Said.message("b1", Said.channel("general"), "Bob")), OF_BOTH);
    PersonalRecords elsewhere = new GivenFilesErasure(new LargeFiles(provider, given));

    provider.isAway(true);
    Erased erased = storage.personalRecords().forget(TENANT, ADA.id());
    elsewhere.forget(TENANT, ADA.id());
    provider.isAway(false);
    elsewhere.forget(TENANT, BOB.id());

    assertThat(erased.count(Erased.Kind.FILE)).isEqualTo(1);
    assertThat(provider.files()).containsOnlyKeys("files/both");
    assertThat(given.unneeded(TENANT)).isEmpty();
    assertThat(given.find(TENANT, OF_ADA.sha256())).isEmpty();
    assertThat(given.find(TENANT, OF_BOTH.sha256())).isPresent();
  }
}
