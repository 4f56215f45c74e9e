package io.groundswell.jobs.surge.connector.saved;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A checkpoint or savepoint on this machine.
 *
 * @param folder where its metadata is
 * @param completed when that was written; without any, when the folder last changed
 */
public record SavedState(Path folder, Instant completed) {

  /** As Flink names its folder: {@code checkpoint} or {@code savepoint}. */
  public String kind() {
    return isCheckpoint() ? "checkpoint" : "savepoint";
  }

  /** When it was completed, for people. */
  public Instant second() {
    return completed.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether Flink made it by itself. */
  public boolean isCheckpoint() {
    return isCheckpoint(folder);
  }

  static boolean isCheckpoint(Path folder) {
    return folder.getFileName() != null && folder.getFileName().toString().matches("chk-\\d+");
  }
}
