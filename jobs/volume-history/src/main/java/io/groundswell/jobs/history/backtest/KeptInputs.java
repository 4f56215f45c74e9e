package io.groundswell.jobs.history.backtest;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.Input;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * What is kept beside posts, counted.
 *
 * @param counts records of each input that is kept, of whatever day: a job that reads changes asks
 *     for more evidence on days without any, too
 * @param rows how many rows there are of the period
 * @param clock what time it was last, epoch milliseconds; empty where no clock was kept, as of
 *     files
 */
public record KeptInputs(Map<Input, Long> counts, long rows, OptionalLong clock) {

  static KeptInputs of(Warehouse warehouse, Period period) throws IOException {
    Map<Input, Long> counts = new EnumMap<>(Input.class);
    long rows = 0;
    TableFiles inputs = new TableFiles(warehouse, HistoryTable.INPUTS);
    for (Map.Entry<Integer, List<DataFile>> day : inputs.byDay().entrySet()) {
      for (DataFile file : day.getValue()) {
        count(inputs, file, counts);
        rows += period.holds(day.getKey()) ? file.recordCount() : 0;
      }
    }
    return new KeptInputs(counts, rows, clock(warehouse));
  }

  private static void count(TableFiles inputs, DataFile file, Map<Input, Long> counts)
      throws IOException {
    try (CloseableIterable<Record> rows =
        inputs.read(file, inputs.table().schema().select("input"))) {
      for (Record row : rows) {
        String input = (String) row.getField("input");
        for (Input one : Input.values()) {
          if (one.label().equals(input)) {
            counts.merge(one, 1L, Long::sum);
          }
        }
      }
    }
  }

  private static OptionalLong clock(Warehouse warehouse) throws IOException {
    TableFiles clock = new TableFiles(warehouse, HistoryTable.CLOCK);
    OptionalLong last = OptionalLong.empty();
    var days = clock.byDay();
    if (days.isEmpty()) {
      return last;
    }
    for (DataFile file : days.getOrDefault(days.lastKey(), List.of())) {
      try (CloseableIterable<Record> rows = clock.read(file)) {
        for (Record row : rows) {
          long time = KeptRows.millis(row, "time");
          last = OptionalLong.of(Math.max(time, last.orElse(time)));
        }
      }
    }
    return last;
  }

  /** Whether something of an input is kept. */
  public boolean has(Input input) {
    return counts.containsKey(input);
  }
}
