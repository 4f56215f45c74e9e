package io.groundswell.jobs.surge.ledger;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;

/** What became of every record: each has exactly one outcome. */
public final class Ledger {
  /** Where an operator says what became of a record. */
  public static final OutputTag<Tally> OUTCOMES =
      new OutputTag<>("outcomes", TypeInformation.of(Tally.class));

  /** Accumulator of all posts, whatever became of them. */
  public static final String READ = "posts_read";

  /** Accumulator of complaints that name no product. */
  public static final String UNMATCHED = "unmatched";

  /** Accumulator of change events about no product. */
  public static final String UNMATCHED_CHANGES = Input.CHANGES.label() + "." + UNMATCHED;

  /** Accumulator of complaints that were counted in a later bucket, or in totals only. */
  public static final String LATE = "late";

  private Ledger() {}

  /** What can become of a record, in the order in which it is told. */
  public static List<Outcome> outcomes(Input input) {
    return switch (input) {
      case POSTS ->
          List.of(
              Outcome.DEAD_LETTERS,
              Outcome.DELETIONS,
              Outcome.WITHHELD,
              Outcome.REPOSTS,
              Outcome.CHATTER,
              Outcome.DUPLICATES,
              Outcome.LATE_DROPPED,
              Outcome.COMPLAINTS);
      case CONTACTS ->
          List.of(Outcome.DEAD_LETTERS, Outcome.DUPLICATES, Outcome.LATE_DROPPED, Outcome.CONTACTS);
      case CHANGES ->
          List.of(
              Outcome.DEAD_LETTERS,
              Outcome.NO_CHANGE,
              Outcome.DUPLICATES,
              Outcome.LATE_DROPPED,
              Outcome.CHANGES);
      case VERDICTS -> List.of(Outcome.DEAD_LETTERS, Outcome.DUPLICATES, Outcome.VERDICTS);
      case MUTES -> List.of(Outcome.DEAD_LETTERS, Outcome.DUPLICATES, Outcome.MUTES);
      case CONTROL -> List.of(Outcome.DEAD_LETTERS, Outcome.RULINGS);
    };
  }

  /** Accumulator of an outcome. */
  public static String counter(Input input, Outcome outcome) {
    return input == Input.POSTS ? outcome.label() : input.label() + "." + outcome.label();
  }

  /**
   * Adds up the outcomes minute by minute.
   *
   * @param judged outcomes that come with every post: they are added up where they arise
   * @param others outcomes of fewer records
   * @return rows that are final, each of a minute that is over
   */
  public static DataStream<Tally> add(DataStream<Tally> judged, List<DataStream<Tally>> others) {
    DataStream<Tally> all =
        judged
            .transform("Add up outcomes", TypeInformation.of(Tally.class), new AddUpOutcomes())
            .uid(Uids.ADD_UP_OUTCOMES);
    for (DataStream<Tally> other : others) {
      all = all.union(other);
    }
    return all.keyBy(Tally::minute)
        .process(new KeepLedger(), TypeInformation.of(Tally.class))
        .uid(Uids.KEEP_LEDGER)
        .name("Keep the ledger");
  }
}
