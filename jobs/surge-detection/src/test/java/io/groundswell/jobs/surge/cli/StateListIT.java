package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.connector.saved.Damage;
import io.groundswell.jobs.surge.connector.saved.SavedState;
import io.groundswell.jobs.surge.connector.saved.SavedStates;
import io.groundswell.jobs.surge.connector.saved.SmallJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code state list} says of what a job has left. */
class StateListIT {
  @TempDir static Path folder;

  private static List<SavedState> left;

  @BeforeAll
  static void run() throws Exception {
    SmallJob.leaveStateIn(folder.resolve("job"), 100);
    left = SavedStates.below(folder.resolve("job"));
  }

  @Test
  void eachIsJudged() throws Exception {
    Path newest = left.get(0).folder();
    Console said = with(Damage.truncated(newest.resolve("_metadata"), 10));

    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).hasSameSizeAs(left);
    assertThat(said.out().lines().findFirst().orElseThrow())
        .startsWith(newest + "  checkpoint  2")
        .contains("  0.0 MB  _metadata cannot be read");
    assertThat(said.out().lines().skip(1)).allMatch(line -> line.endsWith(" MB  sound"));
    assertThat(said.out()).containsPattern("savepoint-\\S+  savepoint  ");
  }

  @Test
  void theNewestSoundOneForAScript() throws Exception {
    Path newest = left.get(0).folder();
    Console said = with(Damage.deleted(newest.resolve("_metadata")), "--sound");

    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).containsExactly(left.get(1).folder().toString());
    assertThat(said.errLines())
        .containsExactly(
            "passed over %s: it has no _metadata: it was not completed, or has lost them"
                .formatted(newest));
  }

  @Test
  void noneIsSound() throws Exception {
    Path bad = Files.createDirectories(folder.resolve("bad/chk-1"));
    Files.writeString(bad.resolve("_metadata"), "");

    assertThat(Console.run("state", "list", bad.toString()).code()).isEqualTo(1);
    Console said = Console.run("state", "list", bad.toString(), "--sound");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("passed over " + bad, "none is sound");
  }

  @Test
  void aFolderWithoutAnyIsOneLine() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    for (Path path : List.of(empty, folder.resolve("nowhere"))) {
      Console said = Console.run("state", "list", path.toString());
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.errLines())
          .singleElement()
          .asString()
          .startsWith("FOLDER: ")
          .contains("" + path);
    }
  }

  @Test
  void bareStateSaysWhatThereIs() {
    assertThat(Console.run("state").out()).contains("list", "Example:");
    assertThat(Console.run("state", "list", "--help").out()).contains("--sound", "Examples:");
  }

  private static Console with(Damage damage, String... more) throws Exception {
    try (damage) {
      String[] list = {"state", "list", folder.resolve("job").toString()};
      return Console.run(Stream.of(list, more).flatMap(Arrays::stream).toArray(String[]::new));
    }
  }
}
