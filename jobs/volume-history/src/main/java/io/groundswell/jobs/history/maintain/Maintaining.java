package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.Uids;
import io.groundswell.jobs.history.table.Place;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;

/** Adds maintenance to a job: beside a stream of few rows, which pass through. */
public final class Maintaining {
  private Maintaining() {}

  /**
   * The same rows.
   *
   * @param every from the end of a run to the beginning of the next
   */
  public static DataStream<RowData> beside(
      DataStream<RowData> rows, Place place, Retention retention, Duration every) {
    return rows.transform("Maintain", rows.getType(), new Maintain(place, retention, every))
        .uid(Uids.MAINTAIN)
        .setParallelism(1)
        .setMaxParallelism(1);
  }
}
