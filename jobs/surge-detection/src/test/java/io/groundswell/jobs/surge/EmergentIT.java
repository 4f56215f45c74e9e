package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fault that no catalogue names, and that no total shows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmergentIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant FAULT = BEGIN.plus(Duration.ofDays(5)).plus(Duration.ofHours(14));
  private static final String[] OPENINGS = {
    "cannot log in", "my order is late", "it keeps crashing", "nothing loads", "charged twice"
  };
  @TempDir Path folder;

  private final Random random = new Random(11);

  /** Sixty complaints an hour about this and that; in one hour a third of them about the same. */
  private List<String> story() {
    List<String> lines = new ArrayList<>();
    for (int minute = 0; minute < 6 * 1_440; minute++) {
      Instant at = BEGIN.plus(Duration.ofMinutes(minute)).plusMillis(random.nextInt(60_000));
      boolean hit =
          !at.isBefore(FAULT) && at.isBefore(FAULT.plus(Duration.ofHours(2))) && minute % 3 == 0;
      String what = hit ? "my passkey is rejected, error" : OPENINGS[random.nextInt(5)];
      lines.add(
          "{\"id\":\"%d\",\"source\":\"x\",\"created_at\":\"%s\",\"text\":\"@acme %s %s and nobody helps, useless\",\"author\":{\"id\":\"u%d\"}}"
              .formatted(minute, at, what, Scenario.anything(random), minute));
    }
    return lines;
  }

  @Test
  void aTermThatManySuddenlyUseIsToldAlthoughTheTotalIsNormal() throws Exception {
    Path posts = Files.write(folder.resolve("posts.ndjson"), story());
    Runs run = detect(posts, "two", 2);

    List<JsonNode> opened = new ArrayList<>();
    for (String line : run.lines(Detection.INCIDENTS)) {
      JsonNode update = JSON.readTree(line);
      if (update.get("status").asText().equals("opened")) {
        opened.add(update);
      }
    }
    assertThat(opened).hasSize(1);
    JsonNode incident = opened.get(0);
    assertThat(incident.get("subject").get("product").asText()).isEqualTo("acme");
    assertThat(incident.get("subject").get("term").asText()).isIn("passkey", "rejected", "error");
    assertThat(Instant.parse(incident.get("detected_at").asText()))
        .isBetween(FAULT, FAULT.plus(Duration.ofMinutes(45)));
    assertThat(run.lines(Detection.VOLUMES)).anyMatch(line -> line.startsWith("acme~passkey,"));
    assertThat(detect(posts, "one", 1).folder().resolve(Detection.INCIDENTS))
        .hasSameBinaryContentAs(run.folder().resolve(Detection.INCIDENTS));
  }

  private Runs detect(Path posts, String name, int parallelism) throws Exception {
    return Runs.detect(
        List.of(posts.toString()), folder.resolve(name), parallelism, new Configuration());
  }
}
