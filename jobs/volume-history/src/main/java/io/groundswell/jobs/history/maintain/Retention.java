package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse promises to forget, and when.
 *
 * @param days of each table, how many days its rows are kept, counted from the newest day that the
 *     warehouse holds; what has no entry is kept for ever
 * @param snapshots for how long a past state of a table can be read, and a text that was erased
 *     stays in its file
 * @param strays how old files are that no table knows before they are deleted: longer than a job
 *     may stand still between writing a file and telling of it
 */
public record Retention(Map<HistoryTable, Integer> days, Duration snapshots, Duration strays)
    implements Serializable {
  /** Withdrawals are needed until what they are about has been erased, wherever it comes from. */
  private static final int WITHDRAWALS = 7;

  /** What nobody has said otherwise of. */
  public static final Retention DEFAULT =
      new Retention(
          Map.of(
              HistoryTable.POSTS, 90,
              HistoryTable.CHATTER, 90,
              HistoryTable.INPUTS, 90,
              HistoryTable.CLOCK, 90,
              HistoryTable.UNREADABLE, 90),
          Duration.ofHours(6),
          Duration.ofDays(7));

  /** Nothing is forgotten but what was withdrawn. */
  public static final Retention OF_WITHDRAWN_ALONE =
      new Retention(Map.of(), DEFAULT.snapshots(), DEFAULT.strays());

  /** Adds what is not for anybody to decide. */
  public Retention {
    EnumMap<HistoryTable, Integer> all = new EnumMap<>(HistoryTable.class);
    all.putAll(days);
    all.put(HistoryTable.WITHDRAWALS, WITHDRAWALS);
    days = all;
  }

  /** The first day that is kept, from 1970-01-01; null where all are. */
  @Nullable Integer firstKept(HistoryTable table, int newest) {
    Integer kept = days.get(table);
    return kept == null ? null : newest - kept + 1;
  }
}
