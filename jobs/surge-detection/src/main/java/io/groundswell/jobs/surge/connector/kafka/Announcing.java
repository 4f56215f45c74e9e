package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * Tells all subtasks behind a reader of the rulings of its ticks, in their place among its posts:
 * what a tick rules comes behind all that was read with it and before all that is read later. Every
 * reader tells every subtask, so that each hears it in time from whichever it hears a post from;
 * and once more whoever keeps account of it, who hears it from every reader.
 */
final class Announcing {
  private final KafkaInput input;
  private final int subtasks;
  private boolean begun;

  /** For so many subtasks behind. */
  Announcing(KafkaInput input, int subtasks) {
    this.input = input;
    this.subtasks = subtasks;
  }

  /**
   * Before the first tick, tells of all that was ruled before it. Whoever has known it before takes
   * it for nothing new.
   */
  void before(Tick tick, ReaderOutput<RawRecord> out) {
    if (begun || input.control() == null) {
      return;
    }
    begun = true;
    long until = tick.ends().getOrDefault(partition(), 0L);
    List<String> earlier = ControlTopic.below(input, until);
    if (tick.control() != null && !earlier.isEmpty()) {
      earlier = earlier.subList(0, earlier.size() - 1); // The last is what this tick rules.
    }
    for (String ruling : earlier) {
      tell(record(ruling, until, RawRecord.NO_TIME), out);
    }
  }

  /** Tells of what a tick rules. */
  void of(Tick tick, ReaderOutput<RawRecord> out) {
    if (tick.control() != null) {
      long until = tick.ends().getOrDefault(partition(), 0L);
      tell(record(tick.control(), until, tick.time()), out);
    }
  }

  private void tell(RawRecord ruling, ReaderOutput<RawRecord> out) {
    for (int subtask = 0; subtask < subtasks; subtask++) {
      out.collect(ruling.copyFor(subtask));
    }
    out.collect(ruling);
  }

  private RawRecord record(String ruling, long until, long now) {
    String where = partition() + ":" + (until - 1);
    return RawRecord.live(
        Input.CONTROL, where, ruling.getBytes(StandardCharsets.UTF_8), now, closedBy(now));
  }

  private long closedBy(long now) {
    return now == RawRecord.NO_TIME ? now : now - input.lateness() - 1;
  }

  private String partition() {
    return input.control() + "-0";
  }
}
