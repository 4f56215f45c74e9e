package io.groundswell.jobs.surge.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Counts what becomes of every record, over all machines, for the summary of a bounded run. */
public final class Ledger {
  /** Accumulator of all records. */
  public static final String READ = "posts_read";

  /** Accumulator of complaints that name no product. */
  public static final String UNMATCHED = "unmatched";

  /** Accumulator of complaints that were counted in a later bucket, or in totals only. */
  public static final String LATE = "late";

  private final RuntimeContext context;
  private final Map<Outcome, LongCounter> outcomes = new EnumMap<>(Outcome.class);

  /** The ledger of an operator. */
  public Ledger(RuntimeContext context) {
    this.context = context;
  }

  /** A record has been read. */
  public void read() {
    context.getLongCounter(READ).add(1L);
  }

  /** A record has found its outcome. */
  public void add(Outcome outcome) {
    outcomes.computeIfAbsent(outcome, o -> context.getLongCounter(o.label())).add(1L);
  }

  /** A complaint names no product. */
  public void unmatched() {
    context.getLongCounter(UNMATCHED).add(1L);
  }

  /** A complaint has come after its bucket had closed. */
  public void late() {
    context.getLongCounter(LATE).add(1L);
  }
}
