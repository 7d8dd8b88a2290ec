package dev.parley.testkit.model;

import dev.parley.model.CallBid;
import dev.parley.model.CallMeter;
import dev.parley.model.CallRefusal;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets so many calls begin, and remembers what they were to take, and took.
public final class RecordingMeter implements CallMeter {
  /// It does not let more begin.
  public record Enough() implements CallRefusal {}

  private final List<CallBid> bids = new CopyOnWriteArrayList<>();
  private final List<TokenUsage> taken = new CopyOnWriteArrayList<>();
  private final List<TokenUsage> brokenOff = new CopyOnWriteArrayList<>();
  private final AtomicInteger unbilled = new AtomicInteger();
  private final AtomicInteger left;

  public RecordingMeter(int most) {
    this.left = new AtomicInteger(most);
  }

  /// All calls that wished to begin.
  public List<CallBid> bids() {
    return List.copyOf(bids);
  }

  /// What the provider said that calls took.
  public List<TokenUsage> taken() {
    return List.copyOf(taken);
  }

  /// What was known of calls of which the provider did not say it.
  public List<TokenUsage> brokenOff() {
    return List.copyOf(brokenOff);
  }

  /// How many calls were not billed.
  public int unbilled() {
    return unbilled.get();
  }

  @Override
  public Admission begin(CallBid bid) {
    bids.add(bid);
    return left.getAndDecrement() > 0
        ? new Admission.Admitted(new Recorded(bid))
        : new Admission.Refused(new Enough());
  }

  private final class Recorded implements Call {
    private final CallBid bid;

    Recorded(CallBid bid) {
      this.bid = bid;
    }

    @Override
    public int mostOutputTokens() {
      return bid.mostOutputTokens();
    }

    @Override
    public void took(TokenUsage usage) {
      taken.add(usage);
    }

    @Override
    public void brokeOff(TokenUsage lastSeen) {
      brokenOff.add(lastSeen);
    }

    @Override
    public void notBilled() {
      unbilled.incrementAndGet();
    }
  }
}
