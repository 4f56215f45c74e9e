package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyModeTest {
  @TempDir Path folder;

  @Test
  void figuresGoToTheScreenAndToFiles() {
    Path out = folder.resolve("out");
    String line =
        "evaluate --study --only calm --rates 2 --evidence 9 --calm-streams 1 --calm-weeks 2"
            + " --seed 1,2 --out "
            + out;
    Console answer = Console.run(line.split(" ", -1));

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("at evidence 9", "observed/stated");
    assertThat(out.resolve("calm.csv"))
        .content()
        .startsWith("threshold,rate_per_minute,period,subject_weeks,stated,observed,")
        .contains("\n9,2,later,2,2.4879,");
    assertThat(out.resolve("study.json")).content().contains("\"seeds\" : [ 1, 2 ]");
    assertThat(out.resolve("curves.csv")).exists();
    assertThat(out.resolve("shared.csv")).exists();
    assertThat(out.resolve("report.html"))
        .content()
        .contains("seeds 1, 2", "2 subject-weeks", "95 % interval");
  }

  @Test
  void streamsCanBeWrittenForOtherPrograms() {
    String out = folder.resolve("s").toString();
    assertThat(Console.run("evaluate", "--write-streams", out).code()).isZero();
    assertThat(folder.resolve("s/truth.csv"))
        .content()
        .startsWith("key,onset,end,multiple,shape\n");
    assertThat(folder.resolve("s/streams.csv.gz")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--study --bucket 7m | not 10s, 1m or 5m",
        "--study --surges 0 | less than 1",
        "--study --rates 0 | not between 0",
        "--study --evidence x | --evidence",
        "--study --calm-weeks 1 | not between 2 and 520",
        "--study --rare | needs --weeks",
        "--study --only everything | calm",
        "--study --seed 1,1 | --seed: a seed is there twice",
        "--write-streams s --seed 1,2 | takes one --seed",
        "--study --truth t.csv | --truth goes with --truth and posts or counts, not with --study",
        "--study --parallelism 2 | --parallelism goes with --truth",
        "--study --format csv | --format goes with --truth",
        "--quick | --quick goes with --study",
        "--brigade --study | --study goes with --study, not with --brigade",
        "--brigade --posts p | --posts goes with --truth",
        "--brigade --surges 3 | --surges goes with --study, not with --brigade",
        "--brigade --seed 2,2 | --seed: a seed is there twice",
        "--triage l.csv --quick | --quick goes with --study, --brigade or --suspects",
        "--truth t.csv --counts c.csv --bucket 1m --out o --seed 2 | --seed goes with --study",
      })
  void mistakesAreAnsweredInOneLine(String line, String part) {
    Console answer = Console.run(("evaluate " + line.strip()).split(" ", -1));

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).hasSize(1);
    assertThat(answer.err()).contains(part.strip());
  }
}
