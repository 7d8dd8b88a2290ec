package dev.parley.testkit.approval;

import dev.parley.approval.PendingCalls;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaBook.Deed;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Calls that wait in memory")
class InMemoryPendingCallsTest extends PendingCallsContract {
  private final InMemoryPendingCalls calls = new InMemoryPendingCalls();

  @Override
  protected PendingCalls calls() {
    return calls;
  }

  @Override
  protected PersonalRecords records() {
    return calls;
  }

  @Override
  protected List<Deed> deeds(TenantId of) {
    return calls.deeds(of);
  }
}
