package io.groundswell.jobs.history.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.snapshot.KeptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The snapshots beside the tables of a warehouse in a folder, each in a folder of its own. */
public final class SnapshotFolder {
  private static final String FOLDER = "snapshots";
  private static final String FILE = "snapshot.json";
  private static final String UNFINISHED = ".";

  private final Path folder;

  private SnapshotFolder(Path folder) {
    this.folder = folder;
  }

  /** Those of a warehouse; null where that is in no folder of this machine. */
  public static @Nullable SnapshotFolder of(Place place) {
    Path warehouse = place.localFolder();
    return warehouse == null ? null : of(warehouse);
  }

  /** Those of a warehouse in a folder. */
  public static SnapshotFolder of(Path warehouse) {
    return new SnapshotFolder(warehouse.resolve(FOLDER));
  }

  /** All that are there, the oldest first. */
  public List<Snapshot> all() throws IOException {
    List<Snapshot> all = new ArrayList<>();
    for (Path one : folders()) {
      if (Files.isRegularFile(one.resolve(FILE)) && !isUnfinished(one)) {
        JsonNode told = new ObjectMapper().readTree(Files.readAllBytes(one.resolve(FILE)));
        all.add(
            new Snapshot(
                one,
                Times.millis(told.path("from").asText()),
                told.path("bucket_millis").asLong(),
                Times.millis(told.path("taken_at").asText())));
      }
    }
    all.sort(Comparator.comparingLong(Snapshot::from));
    return all;
  }

  /**
   * Keeps what a savepoint of the main job knows of closed buckets, without what anybody wrote.
   *
   * @param savepoint its folder, in Flink's canonical format
   * @param policy the job's
   * @param now epoch milliseconds
   * @throws BadInput where it is no savepoint of the job
   */
  public Snapshot add(Path savepoint, Policy policy, long now) throws Exception {
    long width = policy.bucket().toMillis();
    long from = Buckets.start(closedUntil(savepoint, policy), width);
    String name = Instant.ofEpochMilli(from).toString().replace(":", "");
    Path unfinished = folder.resolve(UNFINISHED + name);
    LocalFiles.deleteFolder(unfinished);
    Files.createDirectories(folder);
    keep(savepoint, unfinished);
    Files.writeString(
        unfinished.resolve(FILE),
        Json.object(
            json -> {
              json.writeStringField("from", Json.time(from));
              json.writeNumberField("bucket_millis", width);
              json.writeStringField("taken_at", Json.time(now));
            }));
    Path finished = folder.resolve(name);
    LocalFiles.deleteFolder(finished);
    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    return new Snapshot(finished, from, width, now);
  }

  private static void keep(Path savepoint, Path folder) throws IOException {
    try {
      KeptState.write(savepoint, folder);
    } catch (UnfitSavepoint why) {
      throw new BadInput(String.valueOf(why.getMessage()));
    }
  }

  private static long closedUntil(Path savepoint, Policy policy) throws IOException {
    if (!Files.isRegularFile(savepoint.resolve("_metadata"))) {
      throw new BadInput(savepoint + " is no savepoint: there is no _metadata in it");
    }
    try {
      return KeptState.closedUntil(savepoint, policy.lateness().toMillis());
    } catch (UnfitSavepoint why) {
      throw new BadInput(String.valueOf(why.getMessage()));
    }
  }

  /**
   * Deletes those from which the history is not whole any more, and what a killed process left.
   *
   * @param before those that begin before it, epoch milliseconds
   */
  public void forget(long before) throws IOException {
    for (Snapshot one : all()) {
      if (one.from() < before) {
        LocalFiles.deleteFolder(one.folder());
      }
    }
    for (Path one : folders()) {
      if (isUnfinished(one)) {
        LocalFiles.deleteFolder(one);
      }
    }
  }

  private List<Path> folders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static boolean isUnfinished(Path one) {
    return one.getFileName().toString().startsWith(UNFINISHED);
  }
}
