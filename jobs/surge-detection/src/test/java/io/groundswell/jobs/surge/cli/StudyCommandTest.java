package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyCommandTest {
  @TempDir Path folder;

  @Test
  void figuresGoToTheScreenAndToFiles() {
    Path out = folder.resolve("out");
    String line =
        "study --only calm --rates 2 --evidence 9 --calm-streams 2 --calm-weeks 2 --out " + out;
    Console answer = Console.run(line.split(" ", -1));

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("at evidence 9", "observed/stated");
    assertThat(out.resolve("calm.csv"))
        .content()
        .startsWith("threshold,rate_per_minute,period,subject_weeks,stated,observed,")
        .contains("\n9,2,later,2,2.4879,");
    assertThat(out.resolve("study.json")).content().contains("\"seed\" : 1");
    assertThat(out.resolve("curves.csv")).exists();
  }

  @Test
  void streamsCanBeWrittenForOtherPrograms() {
    assertThat(Console.run("study", "--write", folder.resolve("s").toString()).code()).isZero();
    assertThat(folder.resolve("s/truth.csv"))
        .content()
        .startsWith("key,onset,end,multiple,shape\n");
    assertThat(folder.resolve("s/streams.csv.gz")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study --bucket 7m | not 10s, 1m or 5m",
        "study --surges 0 | less than 1",
        "study --rates 0 | not between 0",
        "study --evidence x | --evidence",
        "study --calm-weeks 1 | not between 2 and 520",
        "study --rare | needs --weeks",
        "study --only everything | calm",
      })
  void mistakesAreAnsweredInOneLine(String line, String part) {
    Console answer = Console.run(line.strip().split(" ", -1));

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).hasSize(1);
    assertThat(answer.err()).contains(part.strip());
  }
}
