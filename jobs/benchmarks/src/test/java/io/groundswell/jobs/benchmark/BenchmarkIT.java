package io.groundswell.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.benchmark.throughput.Stage;
import io.groundswell.jobs.benchmark.throughput.Variant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark as a command, on a feed that says nothing about speed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BenchmarkIT {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void oneRunPrintsEveryRowAndHasCountedEveryPostOnce() {
    int code =
        run(
            "--posts",
            "4000",
            "--minutes",
            "2",
            "--cold",
            "--rounds",
            "1",
            "--only",
            "throughput",
            "--only",
            "profile");

    assertThat(code).as(text(err)).isZero();
    assertThat(text(out))
        .contains(
            "4,000 posts of 417 bytes",
            "20 % name a product",
            "5 % are complaints",
            "2 % are copies")
        .contains("every variant read 4,000 posts; the whole job counted 196 complaints, each once")
        .contains("(c) on heap is", "a ruling (catalogue, policy or pattern) costs");
    for (Variant variant : Variant.values()) {
      assertThat(text(out)).contains("\n" + variant.label());
    }
    for (Stage stage : Stage.values()) {
      assertThat(text(out)).contains("\n" + stage.label());
    }
  }

  @Test
  void theDetectorsCostIsSkippedInOneLineWithoutThePrototype(@TempDir Path empty) {
    assertThat(run("--detector", "--data", empty.toString())).as(text(err)).isZero();
    assertThat(text(out).lines())
        .singleElement()
        .asString()
        .contains("skipped", "no reference_prototype.h", "--data");
  }

  @Test
  void theRecognitionsCostIsMeasuredWithoutABroker() {
    assertThat(run("--recognition", "--quick")).as(text(err)).isZero();
    assertThat(text(out)).contains("5,000 names", "\nplain ", "\nwith hashtags ");
  }

  @Test
  void theWholeStageIsMeasuredWithoutABroker() {
    assertThat(run("--judging", "--quick")).as(text(err)).isZero();
    assertThat(text(out)).contains("  parse, triage ", "the whole stage in full reaches 100,000");
  }

  @Test
  void whatItDoesNotKnowIsBadUsage() {
    assertThat(run("--only", "everything")).isEqualTo(2);
    assertThat(text(err)).contains("--only").contains("THROUGHPUT");
    assertThat(run("--posts", "17")).isEqualTo(2);
    assertThat(text(err)).contains("--posts: 17 is not a multiple of 1,000");
    assertThat(run("--week", "--days", "0")).isEqualTo(2);
    assertThat(text(err)).contains("--days begins at 1");
  }

  private int run(String... arguments) {
    return Benchmark.commandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
