package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people have withdrawn is not in the incidents that were written before. */
class WithdrawnTextsTest {
  private static final String OPENED =
      """
      {"incident_id":"a","examples":[{"post_id":"1","source":"x","text":"sorry"},\
      {"post_id":"2","source":"x","text":"kept"}],\
      "replies":{"first":[{"post_id":"1","source":"x"}]}}""";

  @TempDir Path folder;

  @Test
  void itIsStruckOutOfItsOwnIncidentAlone() throws IOException {
    String other = OPENED.replace("\"a\"", "\"b\"");
    String last =
        """
        {"incident_id":"a","examples":[],"withdrawn":["x/1"]}""";

    assertThat(struck(OPENED, other, last))
        .containsExactly(
            """
            {"incident_id":"a","examples":[{"post_id":"2","source":"x","text":"kept"}],\
            "replies":{"first":[]}}""",
            other,
            last);
  }

  @Test
  void whereNothingWasWithdrawnNoByteChanges() throws IOException {
    assertThat(struck(OPENED)).containsExactly(OPENED);
  }

  private List<String> struck(String... lines) throws IOException {
    Path file = folder.resolve("incidents.ndjson");
    Files.write(file, List.of(lines));
    WithdrawnTexts.strike(file);
    return Files.readAllLines(file);
  }
}
