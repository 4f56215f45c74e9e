package io.groundswell.state.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.SubjectState;
import io.groundswell.state.step.Migration;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Savepoints of version 0.1 with many subjects, carried over to this version. How long that takes
 * is printed; {@code -Dgroundswell.subjects=10000,100000,1000000} is the long one.
 */
class LargeSavepointTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.1").toAbsolutePath();
  private static final String LIKE = "acme@IT";
  private static final double MEBI = 1 << 20;

  @TempDir private Path folder;

  @Test
  void eachSubjectIsCarriedOver() throws Exception {
    System.out.printf("%12s %10s %10s %14s%n", "subjects", "MB", "seconds", "us a subject");
    int[] sizes =
        Arrays.stream(System.getProperty("groundswell.subjects", "1000,3000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    for (int subjects : sizes) {
      migrate(subjects);
    }
  }

  private void migrate(int subjects) throws Exception {
    Path large = folder.resolve("of-" + subjects);
    Path migrated = folder.resolve("migrated-" + subjects);
    Multiplied.write(Savepoint.open(GOLDEN), LIKE, subjects, large);
    long begin = System.nanoTime();

    Map<String, Long> entries =
        new Migration(Savepoint.open(large), Steps.shipped(), migrated)
            .run(Rewriting.Progress.SILENT);

    double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
    System.out.printf(
        "%,12d %,10.1f %,10.1f %,14.1f%n",
        subjects, size(large) / MEBI, seconds, seconds * 1e6 / subjects);
    assertThat(entries)
        .containsEntry(Uids.SCORE_BUCKETS + "/" + Uids.PACKED_WATCH, (long) subjects);
    String last = "product-" + (subjects - 1) + "@IT";
    assertThat(SubjectState.of(Savepoint.open(migrated), last).watch()).isNotNull();
    clear(large);
    clear(migrated);
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
