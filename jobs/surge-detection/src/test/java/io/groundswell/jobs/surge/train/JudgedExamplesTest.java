package io.groundswell.jobs.surge.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.domain.triage.LabelledText;
import io.groundswell.jobs.surge.connector.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was shown of incidents that people have judged is something to learn from. */
class JudgedExamplesTest {
  @TempDir Path folder;

  @Test
  void realOnesShowComplaintsAndFalseOnesChatter() throws IOException {
    Path verdicts =
        Files.write(
            folder.resolve("verdicts.ndjson"),
            List.of(
                verdict("a:1", "false", 1),
                verdict("a:1", "real", 2),
                verdict("b:1", "false", 1),
                verdict("b:1", "acknowledged", 2),
                verdict("c:1", "duplicate", 1)));
    Path incidents =
        Files.write(
            folder.resolve("incidents.ndjson"),
            List.of(
                update("a:1", "it broke", "both"),
                update("a:1", "it broke", "down again"),
                update("b:1", "what a duck", "both"),
                update("c:1", "of another"),
                update("d:1", "nobody judged it")));

    assertThat(JudgedExamples.read(List.of(verdicts.toString()), incidents.toString()))
        .containsExactly(
            new LabelledText("it broke", true, 1),
            new LabelledText("down again", true, 1),
            new LabelledText("what a duck", false, 1));
  }

  @Test
  void whatIsNoVerdictIsToldWithItsPlace() throws IOException {
    Path verdicts = Files.writeString(folder.resolve("v.ndjson"), "{\"incident_id\":\"a:1\"}\n");

    assertThatThrownBy(() -> JudgedExamples.read(List.of(verdicts.toString()), "i"))
        .isInstanceOf(BadInput.class)
        .hasMessage("v.ndjson:1: verdict is missing");
  }

  private static String verdict(String incident, String verdict, int second) {
    return "{\"incident_id\":\"%s\",\"verdict\":\"%s\",\"by\":\"ann\",\"at\":\"2026-03-06T13:00:0%dZ\"}"
        .formatted(incident, verdict, second);
  }

  private static String update(String incident, String... texts) {
    StringBuilder examples = new StringBuilder();
    for (String text : texts) {
      examples.append(examples.length() == 0 ? "" : ",").append("{\"text\":\"" + text + "\"}");
    }
    return "{\"incident_id\":\"%s\",\"examples\":[%s]}".formatted(incident, examples);
  }
}
