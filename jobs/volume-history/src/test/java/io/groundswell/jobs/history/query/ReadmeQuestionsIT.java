package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's questions have the answers that it shows. */
class ReadmeQuestionsIT {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "    groundswell query --warehouse warehouse \"(?<sql>[^\"]+)\"\n\n"
              + "(?<answer>(?:    .*\n|\n)+?)(?=\n?\\S)");

  @TempDir private Path folder;

  @Test
  void everyAnswerIsReal() throws Exception {
    Path warehouse = SmallReport.story().load(folder);
    List<String> asked = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../../README.md")));
    while (example.find()) {
      asked.add(example.group("sql"));
      assertThat(Asked.of(warehouse, example.group("sql")).out().strip())
          .isEqualTo(example.group("answer").replaceAll("(?m)^ {4}", "").strip());
    }
    assertThat(asked).hasSize(3);
  }
}
