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

  @Test
  void aPostKeepsWhatWasMadeOfItAlone() throws IOException {
    String post =
        """
        {"source":"x","id":"%s","text":"\\\"deleted\\\":true","url":"u","author":"a",\
        "probability":0.00001234,"tags":["t"],"products":["p"]}""";
    Path file = folder.resolve("posts.ndjson");
    String withdrawal = "{\"source\":\"x\",\"id\":\"1\",\"deleted\":true,\"at\":null}";
    Files.write(file, List.of(post.formatted(1), post.formatted(2), withdrawal));

    WithdrawnTexts.strikePosts(file);

    assertThat(file)
        .hasContent(
            String.join(
                "\n",
                """
                {"source":"x","id":"1","text":null,"url":null,"author":null,\
                "probability":0.00001234,"tags":[],"products":["p"],"withdrawn":true}""",
                post.formatted(2),
                withdrawal));
  }

  private List<String> struck(String... lines) throws IOException {
    Path file = folder.resolve("incidents.ndjson");
    Files.write(file, List.of(lines));
    WithdrawnTexts.strike(file);
    return Files.readAllLines(file);
  }
}
