package io.groundswell.jobs.surge.evaluate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job wrote is understood. */
class ReadBackTest {
  @TempDir Path folder;

  @Test
  void membersOfABlastRadiusGetTheirKeys() throws IOException {
    String part = "[{\"id\":\"%s\",\"observed\":1,\"expected\":1}]";
    String radius =
        "{\"regions\":%s,\"components\":%s,\"products\":%s}"
            .formatted(part.formatted("IT"), part.formatted("login"), part.formatted("acme"));
    ToldIncident acme = only(update("\"acme\"", "null", radius));
    ToldIncident italy = only(update("null", "\"IT\"", radius));

    assertThat(acme.subject()).isEqualTo("acme");
    assertThat(acme.updates().get(0).members()).containsExactly("acme", "acme/login", "acme@IT");
    assertThat(italy.subject()).isEqualTo("@IT");
    assertThat(italy.updates().get(0).members()).containsExactly("@IT", "acme");
    assertThat(acme.endedAt()).isEmpty();
  }

  @Test
  void whatOpenedAnIncidentIsReadWhereItIsSaid() throws IOException {
    String silent = update("\"acme\"", "null", "null");
    String grounds =
        silent.replace(
            "{\"incident_id\"",
            "{\"pattern\":\"%s\",\"evidence\":16,\"texts\":%s,\"threshold\":14,\"incident_id\"");

    assertThat(by(silent)).isEqualTo(Evidence.COUNT);
    assertThat(by(grounds.formatted("sudden", "1"))).isEqualTo(Evidence.COUNT);
    assertThat(by(grounds.formatted("sudden", "4"))).isEqualTo(Evidence.TEXTS);
    assertThat(by(grounds.formatted("spread", "0"))).isEqualTo(Evidence.ACROSS);
    assertThat(by(grounds.formatted("sudden", "0").replace("\"term\":null", "\"term\":\"vpn\"")))
        .isEqualTo(Evidence.TERM);
    assertThat(opening(grounds.formatted("sudden", "4")).ofTexts()).isEqualTo(.25);
  }

  private Evidence by(String update) throws IOException {
    return opening(update).evidence();
  }

  private Opening opening(String update) throws IOException {
    ToldIncident told = only(update);
    return new Opening(told, told.updates().get(0));
  }

  private ToldIncident only(String update) throws IOException {
    Path file = Files.writeString(folder.resolve("incidents.ndjson"), update + "\n");
    return IncidentFile.read(file).get(0);
  }

  private static String update(String product, String region, String radius) {
    return ("{\"incident_id\":\"x\",\"kind\":\"surge\",\"status\":\"opened\",\"severity\":\"SEV2\",\"title\":\"t\","
            + "\"detected_at\":\"2026-03-06T13:21:00Z\",\"updated_at\":\"2026-03-06T13:21:00Z\","
            + "\"subject\":{\"product\":%s,\"component\":null,\"region\":%s,\"term\":null},\"blast_radius\":%s}")
        .formatted(product, region, radius);
  }

  @Test
  void scoredCountsTellOfIncidentsFromOpenedToResolved() throws IOException {
    Path scored =
        Files.writeString(
            folder.resolve("scored.csv"),
            """
            key,bucket_start,observed,expected,evidence,level,event
            "a,b",2026-03-06T13:00:00Z,2,1.5,3,calm,
            "a,b",2026-03-06T13:05:00Z,40,1.5,30,extreme,opened
            c,2026-03-06T13:05:00Z,4,1.5,5,calm,
            "a,b",2026-03-06T13:10:00Z,90,1.5,60,extreme,escalated
            "a,b",2026-03-06T14:00:00Z,0,1.5,0,calm,resolved
            "a,b",2026-03-06T14:30:00Z,50,1.5,30,extreme,opened
            """);
    Volumes volumes = new Volumes(300_000);

    List<ToldIncident> told = VolumeFile.readScores(scored.toString(), volumes);

    assertThat(told).extracting(ToldIncident::subject).containsExactly("a,b", "a,b");
    assertThat(told.get(0).detectedAt()).isEqualTo(millis("2026-03-06T13:10:00Z"));
    assertThat(told.get(0).endedAt()).hasValue(millis("2026-03-06T14:05:00Z"));
    assertThat(told.get(1).endedAt()).isEmpty();
    assertThat(told.get(1).open(volumes.end()).length()).isZero();
    assertThat(volumes.subjects()).containsExactly("a,b", "c");
    assertThat(volumes.posts("a,b", millis("2026-03-06T13:05:00Z"), millis("2026-03-06T13:09:00Z")))
        .isEqualTo(40);
    assertThat(volumes.end()).isEqualTo(millis("2026-03-06T14:35:00Z"));
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
