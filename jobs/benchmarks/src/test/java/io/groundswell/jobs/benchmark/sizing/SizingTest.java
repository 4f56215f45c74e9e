package io.groundswell.jobs.benchmark.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import io.groundswell.jobs.benchmark.throughput.JvmThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of processes and disks, and what a row of the table says. */
class SizingTest {
  @Test
  void coresAreReadAsLinuxWritesThem() {
    assertThat(Cores.parse("0")).containsExactly(0);
    assertThat(Cores.parse("0-2,5,7-8")).containsExactly(0, 1, 2, 5, 7, 8);
  }

  @Test
  void aProcessHasItsTimeFromUserAndSystemAlsoWithParenthesesInItsName() {
    String stat = "417 (java (main) x) S 1 417 417 0 -1 4194560 9 0 0 0 250 50 7 8 20 0 43 0 99\n";
    assertThat(JvmThreads.used(stat)).isCloseTo(3, within(1e-9));
  }

  @Test
  void thePeakIsTheHighWaterMarkInBytes() {
    List<String> status = List.of("VmPeak:\t 8978636 kB", "VmHWM:\t  441028 kB", "VmRSS:\t 1 kB");
    assertThat(Usage.peak(status)).isEqualTo(441_028L * 1_024);
  }

  @Test
  void onlyTopicsOfTheJobsOwnAreItsOutput(@TempDir Path broker) throws Exception {
    write(broker, "posts-0", "0.log", 1_000);
    write(broker, "__transaction_state-0", "0.log", 500);
    write(broker, "volumes-0", "0.log", 70);
    write(broker, "volumes-0", "0.index", 9);
    write(broker, "counted-posts-0", "0.log", 8);

    assertThat(Disk.written(broker, "posts")).isEqualTo(78);
    assertThat(Disk.bytes(broker)).isEqualTo(1_587);
    assertThat(Disk.bytes(broker.resolve("nothing"))).isZero();
  }

  private static void write(Path broker, String topic, String file, int bytes) throws Exception {
    Files.write(Files.createDirectories(broker.resolve(topic)).resolve(file), new byte[bytes]);
  }

  @Test
  void promptMinutesAreKeptUpWith() {
    Row row = row(200, 15_900, 16_200, 16_000);
    assertThat(row.keepsUp()).isTrue();
    assertThat(row.toString()).contains("10,000", "0.25", "15.9 -> 16.0 s").endsWith("held");
    assertThat(row.toString()).doesNotContain("NOT");
  }

  @Test
  void whatComesLaterEachMinuteIsNotKeptUpWith() {
    assertThat(row(200, 16_000, 22_000, 28_000).keepsUp()).isFalse();
    assertThat(row(200, 31_000, 31_000, 31_000).keepsUp()).isFalse();
  }

  @Test
  void aMinuteThatIsNotScoredInTimeIsNotKeptUpWith() {
    assertThat(row(200, 16_000, 16_000).keepsUp()).isFalse();
    assertThat(row(200).toString()).contains("never").endsWith("NOT HELD");
  }

  @Test
  void aLoadThatCannotBeMadeProvesNothing() {
    Row row = row(180, 16_000, 16_000, 16_000);
    assertThat(row.keepsUp()).isFalse();
    assertThat(row.toString()).endsWith("NOT HELD: only 180 came");
  }

  private static Row row(double sent, long... delays) {
    Map<Long, Long> minutes = new TreeMap<>();
    for (int minute = 0; minute < delays.length; minute++) {
      minutes.put(60_000L * minute, delays[minute]);
    }
    return new Row(10_000, 200, sent, .25, .02, 1_500_000_000, 1, 1, 300, 3, minutes);
  }

  @Test
  void fewProductsMakeATenthOfTheSubjectsAndComplaintsNameNoOthers() {
    assertThat(Invented.subjects(Invented.products())).isEqualTo(Invented.SUBJECTS);
    assertThat(Invented.subjects(28)).isEqualTo(1_005);
    assertThat(Invented.yaml(28).lines().filter(line -> line.startsWith("  - id:"))).hasSize(28);
    String others =
        Invented.yaml()
            .lines()
            .filter(line -> line.startsWith("  - id:"))
            .skip(28)
            .map(line -> line.substring("  - id: ".length()))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow();
    Posts posts = new Posts(1, 28);
    for (int i = 0; i < 2_000; i++) {
      assertThat(posts.any(Kind.COMPLAINT, 0)).doesNotContainPattern("\\b(" + others + ")\\b");
    }
  }
}
