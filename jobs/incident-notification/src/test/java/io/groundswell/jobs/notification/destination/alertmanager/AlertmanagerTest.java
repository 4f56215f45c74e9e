package io.groundswell.jobs.notification.destination.alertmanager;

import static io.groundswell.jobs.notification.destination.Sent.first;
import static io.groundswell.jobs.notification.destination.Sent.sent;
import static io.groundswell.jobs.notification.destination.Sent.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.FarSide.Asked;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.settings.Blocks;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Alertmanager is sent; the real one is asked in {@link RealAlertmanagerIT}. */
class AlertmanagerTest {
  @TempDir Path folder;
  private final Web web = new Web();
  private final FarSide side = new FarSide(AlertmanagerTest::rules);

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  private Destination open(String... more) {
    String[] lines = new String[more.length + 1];
    lines[0] = "address: " + side.address() + "/am";
    System.arraycopy(more, 0, lines, 1, more.length);
    return Blocks.open(
        folder, web, "alertmanager", Map.of("PW", "s3cret", "TOKEN", "t0ken"), lines);
  }

  /** What api/v2/openapi.yaml and Alertmanager's own validation of alerts want. */
  private static Said rules(Asked asked) {
    if (!asked.header("content-type").startsWith("application/json")) {
      return Said.of(415, "unsupported media type");
    }
    assertThat(asked.method() + asked.path()).isEqualTo("POST/am/api/v2/alerts");
    assertThat(asked.json().isArray()).isTrue();
    for (JsonNode alert : asked.json()) {
      assertThat(alert.path("labels").path("alertname").asText()).isNotEmpty();
      named(alert.path("labels"));
      named(alert.path("annotations"));
      Instant starts = Instant.parse(alert.path("startsAt").asText());
      assertThat(Instant.parse(alert.path("endsAt").asText())).isAfterOrEqualTo(starts);
      assertThat(URI.create(alert.path("generatorURL").asText()).isAbsolute()).isTrue();
    }
    return Said.of(200, "");
  }

  private static void named(JsonNode set) {
    set.properties()
        .forEach(
            entry -> {
              assertThat(entry.getKey()).matches("[a-zA-Z_][a-zA-Z0-9_]*");
              assertThat(entry.getValue().isTextual()).isTrue();
            });
  }

  private JsonNode alert() {
    return side.last().json().get(0);
  }

  @Test
  void anIncidentKeepsItsLabelsWhateverBecomesOfIt() {
    Destination manager = open();
    Set<JsonNode> labels = new HashSet<>();
    List<Delivery> way =
        List.of(
            first(Notices.opened()),
            then(2, Notice.Said.UPDATED, Severity.SEV2, Step.UPDATE, null),
            then(2, Notice.Said.UPDATED, Severity.SEV2, Step.REPEAT, null),
            then(3, Notice.Said.ESCALATED, Severity.SEV1, Step.UPDATE, null),
            then(4, Notice.Said.ACKNOWLEDGED, Severity.SEV1, Step.ACKNOWLEDGE, null),
            then(5, Notice.Said.RESOLVED, Severity.SEV3, Step.RESOLVE, null));

    for (Delivery delivery : way) {
      assertThat(sent(manager, delivery).outcome()).isEqualTo(Outcome.DELIVERED);
      labels.add(alert().path("labels"));
    }

    assertThat(labels).hasSize(1);
    assertThat(labels.iterator().next().toString())
        .isEqualTo(
            "{\"alertname\":\"Groundswell\",\"incident_id\":\"inc-1\",\"kind\":\"surge\","
                + "\"product\":\"shop\",\"component\":\"checkout\",\"region\":\"IT\"}");
    assertThat(side.asked())
        .extracting(asked -> asked.json().get(0).path("annotations").path("severity").asText())
        .containsExactly("SEV2", "SEV2", "SEV2", "SEV1", "SEV1", "SEV3");
  }

  @Test
  void itLivesForFourRepeatsAndEndsWhenTheIncidentDoes() {
    Destination manager = open("repeat_every: 30s");
    assertThat(manager.manner().repeatEvery()).isEqualTo(Duration.ofSeconds(30));

    sent(manager, first(Notices.opened()));
    assertThat(alert().path("startsAt").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(alert().path("endsAt").asText()).isEqualTo("2026-03-02T12:07:00Z");

    sent(manager, then(2, Notice.Said.RESOLVED, Severity.SEV2, Step.RESOLVE, null));
    assertThat(alert().path("startsAt").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(alert().path("endsAt").asText()).isEqualTo("2026-03-02T12:04:00Z");
  }

  @Test
  void aClockBehindThePostsMakesNoAlertOfTheFuture() {
    Notice resolved = Notices.said(9, Notice.Said.RESOLVED, Severity.SEV2);
    long early = Notices.ONSET - 60_000;

    assertThat(sent(open(), new Delivery(resolved, Step.RESOLVE, null, early)).outcome())
        .isEqualTo(Outcome.DELIVERED);
    assertThat(alert().path("endsAt").asText()).isEqualTo("2026-03-02T11:59:00Z");
  }

  @Test
  void peopleReadWhatItIsAndWhatToDo() {
    sent(open(), first(Notices.opened()));

    JsonNode said = alert().path("annotations");
    assertThat(said.path("summary").asText()).isEqualTo("Checkout fails in Italy");
    assertThat(said.path("description").asText()).contains("42 authors", "Suspect: Checkout");
    assertThat(said.path("runbook_url").asText()).isEqualTo("https://wiki.example/shop?a=1&b=2");
    assertThat(said.path("owner").asText()).isEqualTo("team-shop");
    assertThat(alert().path("generatorURL").asText()).isEqualTo("https://reports.example/inc-1");
  }

  @Test
  void aTestIsAnAlertOfItsOwn() {
    sent(open(), first(Notices.test()));

    assertThat(alert().path("labels").path("test").asText()).isEqualTo("true");
    assertThat(alert().path("annotations").path("summary").asText()).startsWith("[TEST] ");
  }

  @Test
  void labelsOfOnesOwnSayWhereAlertmanagerRoutesThem() {
    sent(open("labels: [severity=page, team=web]"), first(Notices.opened()));

    assertThat(alert().path("labels").path("severity").asText()).isEqualTo("page");
    assertThat(alert().path("labels").path("team").asText()).isEqualTo("web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alertname=mine", "__meta=x", "se-verity=page", "page", "a="})
  void whatIsNoLabelIsRefused(String label) {
    assertThatThrownBy(() -> open("labels: ['" + label + "']"))
        .hasMessageContaining("'" + label + "' is no label of yours");
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteIsText(String text) {
    Answer answer = sent(open(), first(Notices.hostile(text)));

    assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
    assertThat(alert().toString()).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cf}]");
    assertThat(alert().toString()).hasSizeLessThan(20_000);
  }

  @Test
  void credentialsAreSeenByAlertmanagerAlone() {
    Destination manager = open("user: ops", "password: ${PW}");
    side.first(401, Map.of(), "not s3cret, nor Basic b3BzOnMzY3JldA==");

    Answer answer = sent(manager, first(Notices.opened()));

    assertThat(answer.reason()).isEqualTo("127.0.0.1 answered 401: not ***, nor ***");
    assertThat(side.last().header("authorization")).isEqualTo("Basic b3BzOnMzY3JldA==");
    assertThat(manager.preview(first(Notices.opened())))
        .contains("Authorization: ***")
        .doesNotContain("s3cret", "b3BzOnMzY3JldA==");
    sent(open("bearer: ${TOKEN}"), first(Notices.opened()));
    assertThat(side.last().header("authorization")).isEqualTo("Bearer t0ken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout: 0s", "timeout: 2m", "repeat_every: 0s", "repeat_every: 1h"})
  void aDurationThatMakesNoSenseIsRefused(String line) {
    assertThatThrownBy(() -> open(line)).hasMessageContaining("; use 1s to ");
  }
}
