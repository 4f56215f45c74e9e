package io.groundswell.jobs.notification.destination.alertmanager;

import static io.groundswell.jobs.notification.destination.Sent.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.settings.Blocks;
import io.groundswell.jobs.notification.web.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Alertmanager, a process of its own, and whom it tells. */
@Tag("alertmanager")
class RealAlertmanagerIT {
  private static final String BINARY = "prometheus-alertmanager";

  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Web web = new Web();
  private final FarSide told = new FarSide(asked -> Said.of(200, ""));
  private Process process;
  private String address;

  @BeforeEach
  void start() throws Exception {
    assumeThat(isThere()).as("skipped: there is no '" + BINARY + "' on the PATH").isTrue();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    address = "http://127.0.0.1:" + port;
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        "route: {receiver: hook, group_by: ['...'], group_wait: 1s, group_interval: 1s}\n"
            + "receivers:\n- name: hook\n  webhook_configs:\n  - {url: '"
            + told.address()
            + "/', send_resolved: true}\n");
    process =
        new ProcessBuilder(
                BINARY,
                "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    until(() -> !get("/-/ready").isEmpty());
  }

  private static boolean isThere() {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, BINARY)));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
    told.close();
    web.close();
  }

  private Destination open(String repeatEvery) {
    return Blocks.open(
        folder,
        web,
        "alertmanager",
        Map.of(),
        "address: " + address,
        "repeat_every: " + repeatEvery);
  }

  /** It began ten minutes ago. */
  private Notice notice(int sequence, Notice.Said said, Severity severity) {
    return Notices.at(clock.millis() - 600_000, sequence, said, severity);
  }

  private void tell(Destination manager, Notice notice, Step step) {
    Answer answer = sent(manager, new Delivery(notice, step, null, clock.millis()));
    assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void openedUpdatedEscalatedAndResolvedAreOneAlertWithTheRightTimes() {
    Destination manager = open("1m");
    Notice opened = notice(1, Notice.Said.OPENED, Severity.SEV3);
    long onset = opened.onsetAt();

    tell(manager, opened, Step.TRIGGER);
    until(() -> told("firing") == 1);
    JsonNode first = only();
    assertThat(Instant.parse(first.path("startsAt").asText())).isEqualTo(Wording.time(onset));
    assertThat(Instant.parse(first.path("endsAt").asText()))
        .isBetween(clock.instant().plusSeconds(200), clock.instant().plusSeconds(241));

    tell(manager, Notices.at(onset, 2, Notice.Said.UPDATED, Severity.SEV3), Step.UPDATE);
    tell(manager, Notices.at(onset, 3, Notice.Said.ESCALATED, Severity.SEV1), Step.UPDATE);
    tell(manager, Notices.at(onset, 3, Notice.Said.ESCALATED, Severity.SEV1), Step.REPEAT);
    assertThat(only().path("annotations").path("severity").asText()).isEqualTo("SEV1");
    assertThat(only().path("fingerprint")).isEqualTo(first.path("fingerprint"));

    Notice resolved = Notices.at(onset, 4, Notice.Said.RESOLVED, Severity.SEV3);
    tell(manager, resolved, Step.RESOLVE);
    until(() -> told("resolved") == 1);
    JsonNode last = told.last().json().path("alerts").get(0);
    assertThat(Instant.parse(last.path("startsAt").asText())).isEqualTo(Wording.time(onset));
    assertThat(Instant.parse(last.path("endsAt").asText()))
        .isEqualTo(Wording.time(resolved.updatedAt()));
    assertThat(told.asked()).extracting(a -> a.json().path("alerts").size()).containsOnly(1);
    assertThat(told.asked())
        .extracting(a -> a.json().path("alerts").get(0).path("fingerprint"))
        .containsOnly(first.path("fingerprint"));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void whatIsToldAgainStaysAndWhatIsNotIsOver() {
    Destination manager = open("1s");
    Notice opened = notice(1, Notice.Said.OPENED, Severity.SEV2);
    tell(manager, opened, Step.TRIGGER);
    until(() -> told("firing") == 1);

    Instant afterItsLife = clock.instant().plusSeconds(6);
    until(
        () -> {
          tell(manager, opened, Step.REPEAT);
          assertThat(only().path("status").path("state").asText()).isEqualTo("active");
          return clock.instant().isAfter(afterItsLife);
        });
    assertThat(told("resolved")).isZero();

    until(() -> told("resolved") == 1);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void anIncidentThatIsBackIsTheSameAlertAgain() {
    Destination manager = open("1m");
    Notice opened = notice(1, Notice.Said.OPENED, Severity.SEV2);
    tell(manager, opened, Step.TRIGGER);
    until(() -> told("firing") == 1);
    tell(
        manager,
        Notices.at(opened.onsetAt(), 2, Notice.Said.RESOLVED, Severity.SEV2),
        Step.RESOLVE);
    until(() -> told("resolved") == 1);

    tell(
        manager,
        Notices.at(opened.onsetAt(), 3, Notice.Said.REOPENED, Severity.SEV2),
        Step.TRIGGER);

    until(() -> told("firing") == 2);
    assertThat(only().path("labels").path("incident_id").asText()).isEqualTo("inc-1");
  }

  @Test
  void whateverStrangersWriteItIsTaken() {
    Destination manager = open("1m");

    Notices.HOSTILE.forEach(text -> tell(manager, Notices.hostile(text), Step.TRIGGER));

    assertThat(alerts()).hasSize(1);
  }

  /** How many times its receiver was told that. */
  private long told(String status) {
    return told.asked().stream()
        .filter(asked -> asked.json().path("status").asText().equals(status))
        .count();
  }

  private JsonNode only() {
    JsonNode alerts = alerts();
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }

  private JsonNode alerts() {
    try {
      return new ObjectMapper().readTree(get("/api/v2/alerts"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What it says to that, empty while it says nothing. */
  private String get(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? response.body() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void until(BooleanSupplier holds) {
    Instant end = clock.instant().plusSeconds(30);
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!holds.getAsBoolean() && !never.await(200, TimeUnit.MILLISECONDS)) {
        assertThat(clock.instant()).as("in time").isBefore(end);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
