package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.domain.change.ChangeEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as the CDEvents specification shows them, all that are beside the project. */
@Tag("real-data")
class RealChangesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("groundswell.data", ".")).resolve("data/wire_formats/cdevents");

  @ParameterizedTest
  @CsvSource({
    "service_deployed, deploy, mySubject123, 2023-03-20T14:27:05.315Z, test123",
    "service_upgraded, deploy, mySubject123, 2023-03-20T14:27:05.315Z, test123",
    "service_rolledback, rollback, mySubject123, 2023-03-20T14:27:05.315Z, test123",
    "service_removed, infrastructure, mySubject123, 2023-03-20T14:27:05.315Z, test123",
    "environment_modified, infrastructure, mySubject123, 2023-03-20T14:27:05.315Z, mySubject123",
    "incident_detected, incident, myApp, 2022-11-11T13:52:20.079Z, prod1",
    "incident_reported, incident, myApp, 2022-11-11T13:52:20.079Z, prod1",
    "incident_resolved, recovery, myApp, 2022-11-11T13:52:20.079Z, prod1"
  })
  void isReadForWhatItIs(String name, String kind, String product, Instant at, String environment)
      throws Exception {
    ChangeEvent event = read(name);

    assertThat(event.kind()).isEqualTo(kind);
    assertThat(event.product()).isEqualTo(product);
    assertThat(event.at()).isEqualTo(at.toEpochMilli());
    assertThat(event.environment()).isEqualTo(environment);
    assertThat(event.reachesCustomers()).isEqualTo(!environment.startsWith("test"));
    assertThat(event.summary()).hasSizeBetween(15, 200).doesNotContain("%3A", "[mail]");
  }

  private static ChangeEvent read(String name) throws IOException, UnreadableRecord {
    Path file = FOLDER.resolve(name + ".json");
    assumeTrue(Files.exists(file), "skipped: no real data beside the project at " + file);
    return JsonChanges.read(Files.readAllBytes(file), RawRecord.NO_TIME);
  }
}
