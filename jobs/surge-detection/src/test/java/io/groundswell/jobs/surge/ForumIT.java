package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of a real support forum, with an outage that is known. */
@Tag("real-data")
class ForumIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WEEKS = 106;

  @TempDir static Path folder;
  private static Runs run;
  private static final List<JsonNode> UPDATES = new ArrayList<>();

  @BeforeAll
  static void detect() throws Exception {
    Path posts = folder.resolve("forum.ndjson");
    RealPosts.write("forum", "data/sumo_firefox", posts);
    run =
        Runs.detect(
            List.of(posts.toString()),
            folder.resolve("out"),
            2,
            new Configuration(),
            Policy.defaults(),
            CatalogueFile.read(RealPosts.SHARED.resolve("data/catalogues/firefox.yaml")));
    for (String line : run.lines(Detection.INCIDENTS)) {
      UPDATES.add(JSON.readTree(line));
    }
  }

  @Test
  void theLedgerAddsUp() {
    assertThat(run.count(Ledger.READ)).isEqualTo(36_789);
    assertThat(run.outcomes()).isEqualTo(36_789);
    assertThat(run.count("dead_letters")).isZero();
  }

  @Test
  void theCertificateExpiryIsOpenWithItsFifthPost() {
    Instant expiry = Instant.parse("2019-05-04T01:30:00Z");
    assertThat(UPDATES)
        .filteredOn(update -> "opened".equals(update.get("status").asText()))
        .extracting(update -> Instant.parse(update.get("detected_at").asText()))
        .anyMatch(at -> at.isAfter(expiry) && !at.isAfter(Instant.parse("2019-05-04T01:48:00Z")));
  }

  @Test
  void calmYearsStayWithinHalfTheBudget() {
    long alarms = alarms().count();
    assertThat(alarms).isPositive().isLessThanOrEqualTo(WEEKS / 2);
  }

  /** Posts come back on 10 October, stay away on the 12th, and come again on the 13th. */
  @Test
  void theReturnAfterTwoMonthsOfSilenceOpensNothing() {
    assertThat(alarms().map(update -> Instant.parse(update.get("onset_at").asText())))
        .noneMatch(
            onset ->
                onset.isAfter(Instant.parse("2020-08-12T00:00:00Z"))
                    && onset.isBefore(Instant.parse("2020-10-24T00:00:00Z")));
  }

  @Test
  void theGapsAreToldAsBlindness() {
    assertThat(UPDATES)
        .filteredOn(update -> "blind".equals(update.get("kind").asText()))
        .filteredOn(update -> "opened".equals(update.get("status").asText()))
        .extracting(update -> update.get("onset_at").asText().substring(0, 10))
        .contains("2020-08-11", "2020-10-11");
  }

  private static Stream<JsonNode> alarms() {
    return UPDATES.stream()
        .filter(update -> "surge".equals(update.get("kind").asText()))
        .filter(update -> List.of("opened", "reopened").contains(update.get("status").asText()));
  }
}
