package io.groundswell.jobs.notification.destination.statuspage;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a status page's people find prepared, and that nothing is published. */
class StatuspageTest {
  @TempDir Path folder;
  private final Web web = new Web();
  private final FarSide side = new FarSide(StatuspageTest::rules);

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  private Destination open() {
    return open("page: abc123def456");
  }

  private Destination open(String page) {
    Map<String, String> secrets = Map.of("TOKEN", "t0ken");
    return Blocks.open(
        folder, web, "statuspage", secrets, page, "token: ${TOKEN}", "address: " + side.address());
  }

  /** Its templates alone: whatever else is called would be seen by the public. */
  private static Said rules(Asked asked) {
    if (!asked.header("authorization").equals("OAuth t0ken")) {
      return Said.of(401, "{\"error\":\"Could not authenticate\"}");
    }
    assertThat(asked.method() + asked.path())
        .isEqualTo("POST/v1/pages/abc123def456/incident_templates");
    assertThat(asked.header("content-type")).startsWith("application/json");
    JsonNode template = asked.json().path("template");
    for (String required : new String[] {"name", "title", "body"}) {
      assertThat(template.path(required).asText()).as(required).isNotEmpty();
    }
    assertThat(template.path("update_status").asText())
        .isIn("investigating", "identified", "monitoring", "resolved");
    assertThat(template.path("should_tweet").asBoolean(true)).isFalse();
    assertThat(template.path("should_send_notifications").asBoolean(true)).isFalse();
    return Said.of(201, "{\"id\":\"tmpl1\"}");
  }

  @Test
  void aDraftWaitsForAPersonAmongTheTemplates() {
    assertThat(sent(open(), first(Notices.opened())).outcome()).isEqualTo(Outcome.DELIVERED);

    JsonNode template = side.last().json().path("template");
    assertThat(template.path("name").asText())
        .isEqualTo("Draft 2026-03-02T12:02:00Z shop/checkout@IT");
    assertThat(template.path("title").asText()).isEqualTo("Checkout: Checkout fails in Italy");
    assertThat(template.path("body").asText()).startsWith("We look into it.");
  }

  @Test
  void onlyWhatIsUrgentAndNewIsDrafted() {
    Destination page = open();

    assertThat(page.takes(Notices.opened())).isTrue();
    assertThat(page.takes(Notices.said(1, Notice.Said.OPENED, Severity.SEV3))).isFalse();
    assertThat(page.takes(Notices.said(2, Notice.Said.UPDATED, Severity.SEV1))).isFalse();
    assertThat(page.takes(Notices.said(2, Notice.Said.ESCALATED, Severity.SEV1))).isTrue();
    assertThat(page.takes(Notices.said(3, Notice.Said.RESOLVED, Severity.SEV1))).isFalse();
  }

  @Test
  void anIncidentIsDraftedOnceWhetherItOpensUrgentOrGetsSo() {
    Destination page = open();
    Answer opened = sent(page, first(Notices.opened()));
    Delivery worse = then(2, Notice.Said.ESCALATED, Severity.SEV1, Step.UPDATE, opened.reference());

    assertThat(sent(page, worse)).isEqualTo(opened);
    assertThat(page.preview(worse)).isEqualTo("nothing: the draft is there");
    assertThat(side.asked()).hasSize(1);
  }

  @Test
  void aTestSaysThatItIsOne() {
    sent(open(), first(Notices.test()));

    JsonNode template = side.last().json().path("template");
    assertThat(template.path("name").asText()).startsWith("[TEST] ");
    assertThat(template.path("title").asText()).startsWith("[TEST] ");
    assertThat(template.path("body").asText()).startsWith("[TEST] ");
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteIsNoHtml(String text) {
    Answer answer = sent(open(), first(Notices.hostile(text)));

    assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
    JsonNode template = side.last().json().path("template");
    for (String field : new String[] {"title", "body"}) {
      assertThat(template.path(field).asText().replace("\n", ""))
          .doesNotContainPattern("[<>\\p{Cc}\\p{Cs}\\p{Cf}]")
          .hasSizeLessThan(6000);
    }
  }

  @Test
  void tooManyCallsIsAlsoFourHundredAndTwenty() {
    side.first(420, Map.of("Retry-After", "60"), "Enhance your calm");

    Answer answer = sent(open(), first(Notices.opened()));

    assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(answer.pause()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theTokenIsNotSeen() {
    assertThat(open().preview(first(Notices.opened())))
        .contains("Authorization: OAuth ***", "/incident_templates")
        .doesNotContain("t0ken");
    assertThat(open().toString()).doesNotContain("t0ken");
  }

  @Test
  void aPageIsAnIdAndLeadsNowhereElse() {
    assertThatThrownBy(() -> open("page: abc/incidents?x="))
        .hasMessageContaining("is no page's id; take it from the page's API info");
  }
}
