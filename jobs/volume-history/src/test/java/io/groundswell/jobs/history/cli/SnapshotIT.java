package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.connector.SnapshotFolder;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.surge.cli.CommandLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint that somebody else has taken, kept as a snapshot. */
@SuppressWarnings("NullAway.Init")
class SnapshotIT {
  private static final Path SAVEPOINT =
      Path.of("../../state-migration/src/test/resources/golden/0.2");

  @TempDir private Path folder;
  private Path warehouse;
  private SnapshotFolder snapshots;

  @BeforeEach
  void make() throws Exception {
    warehouse = folder.resolve("warehouse");
    WarehouseFolder.make(warehouse);
    Files.writeString(warehouse.resolve("catalogue.db"), "");
    snapshots = SnapshotFolder.of(warehouse);
    Files.copy(Path.of("src/test/resources/acme.yaml"), folder.resolve("acme.yaml"));
    Files.writeString(folder.resolve("groundswell.yaml"), "catalogue: acme.yaml\n");
  }

  @Test
  void itIsKeptAsOfTheLastBucketThatHadClosed() throws Exception {
    assertThat(keep(SAVEPOINT, "--rules", folder.resolve("groundswell.yaml").toString())).isZero();

    assertThat(snapshots.all())
        .singleElement()
        .extracting(Snapshot::from, Snapshot::width)
        .containsExactly(Instant.parse("2026-03-04T00:19:00Z").toEpochMilli(), 60_000L);
  }

  @Test
  void withoutTheJobsSettingsNobodyKnowsItsBuckets() throws Exception {
    assertThat(keep(SAVEPOINT)).isEqualTo(2);
    assertThat(snapshots.all()).isEmpty();
  }

  @Test
  void whatIsNoSavepointLeavesNothing() throws Exception {
    String rules = folder.resolve("groundswell.yaml").toString();
    assertThat(keep(folder.resolve("nowhere"), "--rules", rules)).isEqualTo(2);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.write(empty.resolve("_metadata"), new byte[100]);
    assertThat(keep(empty, "--rules", rules)).isEqualTo(2);
    assertThat(snapshots.all()).isEmpty();
  }

  private int keep(Path savepoint, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "history",
                "--warehouse",
                warehouse.toString(),
                "--snapshot",
                savepoint.toString()));
    arguments.addAll(List.of(more));
    return CommandLines.run(arguments.toArray(String[]::new));
  }
}
