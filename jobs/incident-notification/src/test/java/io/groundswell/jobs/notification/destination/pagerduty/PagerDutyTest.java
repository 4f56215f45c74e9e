package io.groundswell.jobs.notification.destination.pagerduty;

import static io.groundswell.jobs.notification.destination.Sent.first;
import static io.groundswell.jobs.notification.destination.Sent.sent;
import static io.groundswell.jobs.notification.destination.Sent.then;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.FarSide.Asked;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.settings.Blocks;
import io.groundswell.jobs.notification.web.Web;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PagerDuty is sent, and what becomes of its answers. */
class PagerDutyTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private final Web web = new Web();
  private final FarSide side = new FarSide(PagerDutyTest::rules);
  private Destination pager;

  @BeforeEach
  void open() {
    pager =
        Blocks.open(
            folder,
            web,
            "pagerduty",
            Map.of("PD", KEY),
            "routing_key: ${PD}",
            "address: " + side.address());
  }

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  /** What the owner documents: required fields, values and lengths; a 400 for anything else. */
  private static Said rules(Asked asked) {
    assertThat(asked.method() + asked.path()).isEqualTo("POST/v2/enqueue");
    assertThat(asked.header("content-type")).startsWith("application/json");
    assertThat(asked.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512 * 1024);
    JsonNode event = asked.json();
    assertThat(event.path("routing_key").asText()).isEqualTo(KEY);
    assertThat(event.path("dedup_key").asText()).hasSizeBetween(1, 255);
    assertThat(event.path("event_action").asText()).isIn("trigger", "acknowledge", "resolve");
    if (event.path("event_action").asText().equals("trigger")) {
      payload(event.path("payload"));
    }
    for (JsonNode link : event.path("links")) {
      assertThat(link.path("href").asText()).startsWith("https://");
    }
    return Said.of(202, "{\"status\":\"success\",\"message\":\"Event processed\"}");
  }

  private static void payload(JsonNode payload) {
    assertThat(payload.path("summary").asText()).hasSizeBetween(1, 1024);
    assertThat(payload.path("source").asText()).isNotBlank();
    assertThat(payload.path("severity").asText()).isIn("critical", "error", "warning", "info");
    assertThat(Instant.parse(payload.path("timestamp").asText())).isNotNull();
    assertThat(payload.path("custom_details").isObject()).isTrue();
  }

  @Test
  void anIncidentIsOneAlertThatOpensGetsWorseIsTakenAndCloses() {
    assertThat(sent(pager, first(Notices.opened())).outcome()).isEqualTo(Outcome.DELIVERED);
    sent(pager, then(2, Notice.Said.ESCALATED, Severity.SEV1, Step.UPDATE, null));
    sent(pager, then(3, Notice.Said.ACKNOWLEDGED, Severity.SEV1, Step.ACKNOWLEDGE, null));
    sent(pager, then(4, Notice.Said.RESOLVED, Severity.SEV1, Step.RESOLVE, null));

    assertThat(side.asked())
        .extracting(asked -> asked.json().path("event_action").asText())
        .containsExactly("trigger", "trigger", "acknowledge", "resolve");
    assertThat(side.asked())
        .extracting(asked -> asked.json().path("dedup_key").asText())
        .containsOnly("inc-1");
    assertThat(side.asked())
        .extracting(asked -> asked.json().path("payload").path("severity").asText())
        .containsExactly("error", "critical", "", "");
  }

  @Test
  void whoIsWokenSeesWhatWhereAndWhatToDo() {
    sent(pager, first(Notices.opened()));

    JsonNode event = side.last().json();
    assertThat(event.path("payload").path("summary").asText()).isEqualTo("Checkout fails in Italy");
    assertThat(event.path("payload").path("source").asText()).isEqualTo("shop/checkout@IT");
    assertThat(event.path("payload").path("group").asText()).isEqualTo("shop");
    assertThat(event.path("payload").path("component").asText()).isEqualTo("checkout");
    assertThat(event.path("payload").path("class").asText()).isEqualTo("surge");
    assertThat(event.path("payload").path("custom_details").path("Symptoms").asText())
        .isEqualTo("declined & <failed>");
    assertThat(event.path("client_url").asText()).isEqualTo("https://reports.example/inc-1");
    assertThat(event.path("links"))
        .extracting(link -> link.path("href").asText())
        .containsExactly(
            "https://wiki.example/shop?a=1&b=2",
            "https://reports.example/inc-1",
            "https://ci.example/deploys/7");
  }

  @Test
  void aTestSaysThatItIsOne() {
    sent(pager, first(Notices.test()));

    assertThat(side.last().json().path("payload").path("summary").asText()).startsWith("[TEST] ");
  }

  @Test
  void anIdLongerThanAllowedIsStillOneAlert() {
    Answer one = sent(pager, first(Notices.identified("i".repeat(300) + "1")));
    sent(pager, first(Notices.identified("i".repeat(300) + "2")));

    assertThat(one.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(side.asked())
        .extracting(asked -> asked.json().path("dedup_key").asText())
        .doesNotHaveDuplicates();
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteIsTextOnOneLine(String text) {
    assertThat(sent(pager, first(Notices.hostile(text))).outcome()).isEqualTo(Outcome.DELIVERED);

    String summary = side.last().json().path("payload").path("summary").asText();
    assertThat(summary).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\p{Cf}]");
    assertThat(side.last().body()).doesNotContain("\"javascript:");
  }

  @Test
  void theKeyIsSeenByPagerDutyAlone() {
    side.first(400, Map.of(), "{\"message\":\"no such key " + KEY + "\"}");

    assertThat(sent(pager, first(Notices.opened())).reason())
        .isEqualTo("127.0.0.1 answered 400: {\"message\":\"no such key ***\"}");
    assertThat(pager.preview(first(Notices.opened())))
        .startsWith("POST " + side.address() + "/v2/enqueue\n")
        .contains("\"routing_key\":\"***\"", "Checkout fails in Italy")
        .doesNotContain(KEY);
    assertThat(pager.toString()).doesNotContain(KEY);
  }

  @Test
  void itIsTriedAgainWhenPagerDutyAsksForItAndNeverAfterABadRequest() {
    side.first(429, Map.of("Retry-After", "30"), "slow down")
        .first(500, Map.of(), "")
        .first(400, Map.of(), "no");

    Answer limited = sent(pager, first(Notices.opened()));
    assertThat(limited.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(limited.pause()).isEqualTo(Duration.ofSeconds(30));
    assertThat(sent(pager, first(Notices.opened())).outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(sent(pager, first(Notices.opened())).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void itPagesAndKnowsRepeats() {
    assertThat(pager.manner().pages()).isTrue();
    assertThat(pager.manner().keyed()).isTrue();
    assertThat(pager.manner().perMinute()).isBetween(1, 120);
    assertThat(List.of(pager.manner().atOnce())).allMatch(atOnce -> atOnce >= 1);
  }
}
