package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A joke goes round: nobody is paged, not even for the posts of it that look like complaints. */
class ChatterIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration JOKE = Duration.ofMinutes(20);

  @TempDir Path folder;

  private static Scenario days() {
    return Scenario.of(5).chatter("acme", Duration.ofDays(3), 20);
  }

  @Test
  void aJokeOfWhichOnePostInTwentyLooksLikeAComplaintIsRecordedAsChatter() throws Exception {
    List<JsonNode> updates =
        told(days().chatterAnd("acme", JOKE, 1_800, 90).chatter("acme", Duration.ofHours(6), 20));

    assertThat(updates).extracting(u -> text(u, "kind")).containsOnly("chatter");
    assertThat(updates).extracting(u -> text(u, "severity")).containsOnly("SEV4");
    assertThat(text(updates.get(0), "incident_id")).startsWith("chatter:acme:20260305T0");
    assertThat(text(updates.get(0), "title")).startsWith("Acme: about ");
    JsonNode over = updates.get(updates.size() - 1);
    assertThat(text(over, "status")).isEqualTo("resolved");
    assertThat(text(over, "explanation")).contains("complaints were withheld");
  }

  @Test
  void withoutTheJokeTheSameComplaintsAreASurge() throws Exception {
    assertThat(
            told(days().chatterAnd("acme", JOKE, 20, 90).chatter("acme", Duration.ofHours(6), 20)))
        .extracting(u -> text(u, "kind"))
        .contains("surge");
  }

  @Test
  void aFaultDuringTheJokeIsTold() throws Exception {
    List<JsonNode> updates =
        told(days().chatterAnd("acme", JOKE, 1_800, 900).chatter("acme", Duration.ofHours(6), 20));

    assertThat(updates).extracting(u -> text(u, "kind")).contains("surge", "chatter");
    assertThat(updates)
        .filteredOn(u -> "surge".equals(text(u, "kind")))
        .extracting(u -> text(u, "incident_id"))
        .containsOnly(
            text(
                updates.stream().filter(u -> "surge".equals(text(u, "kind"))).findFirst().get(),
                "incident_id"));
  }

  private List<JsonNode> told(Scenario scenario) throws Exception {
    Runs run =
        Runs.detect(scenario.shuffled(folder, 1), folder.resolve("out"), 2, new Configuration());
    assertThat(run.lines(Detection.VOLUMES)).noneMatch(line -> line.startsWith("chatter:"));
    List<JsonNode> updates = new ArrayList<>();
    for (String line : run.lines(Detection.INCIDENTS)) {
      updates.add(parsed(line));
    }
    return updates;
  }

  private static JsonNode parsed(String line) throws IOException {
    return JSON.readTree(line);
  }

  private static String text(JsonNode update, String field) {
    return update.get(field).asText();
  }
}
