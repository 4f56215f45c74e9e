package io.groundswell.jobs.notification.destination.webhook;

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
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Signature;
import io.groundswell.jobs.notification.web.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a receiver of CloudEvents is sent. */
class WebhookTest {
  private static final Map<String, String> SECRETS = Map.of("KEY", "sign-me", "TOKEN", "let-me-in");

  @TempDir Path folder;
  private final Web web = new Web();
  private final FarSide side = new FarSide(WebhookTest::rules);

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  private Destination open(String... more) {
    String[] lines = new String[more.length + 2];
    lines[0] = "address: " + side.address() + "/hooks/incidents";
    lines[1] = "signing_key: ${KEY}";
    System.arraycopy(more, 0, lines, 2, more.length);
    return Blocks.open(folder, web, "webhook", SECRETS, lines);
  }

  /** The required attributes of CloudEvents 1.0, in the body or in headers, and our signature. */
  private static Said rules(Asked asked) {
    assertThat(asked.method() + asked.path()).isEqualTo("POST/hooks/incidents");
    boolean signed =
        new Signature(new Secret("sign-me"))
            .verifies(
                asked.header("x-groundswell-timestamp"),
                asked.header("x-groundswell-signature"),
                asked.body(),
                Notices.NOW + 1000,
                Duration.ofMinutes(5));
    if (!signed) {
      return Said.of(401, "not signed");
    }
    boolean binary = asked.header("content-type").startsWith("application/json");
    if (!binary) {
      assertThat(asked.header("content-type")).startsWith("application/cloudevents+json");
    }
    for (String required : new String[] {"specversion", "id", "source", "type"}) {
      assertThat(binary ? asked.header("ce-" + required) : asked.json().path(required).asText())
          .as(required)
          .isNotEmpty();
    }
    assertThat(asked.json().isObject()).isTrue();
    return Said.of(202, "");
  }

  @Test
  void anUpdateIsAnEventWithAllItsFieldsUnderItsOwnKey() {
    Destination hook = open();

    assertThat(sent(hook, first(Notices.opened())).outcome()).isEqualTo(Outcome.DELIVERED);

    JsonNode event = side.last().json();
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("inc-1/1");
    assertThat(event.path("source").asText()).isEqualTo("/groundswell");
    assertThat(event.path("type").asText()).isEqualTo("io.groundswell.incident.opened");
    assertThat(event.path("subject").asText()).isEqualTo("shop/checkout@IT");
    assertThat(Instant.parse(event.path("time").asText())).isEqualTo("2026-03-02T12:03:00Z");
    assertThat(event.path("data").path("observed").asDouble()).isEqualTo(42.0);
    assertThat(side.last().body()).contains("\"observed\":42.0");
    assertThat(side.last().header("idempotency-key")).isEqualTo("inc-1/1");
  }

  @Test
  void aRepeatIsTheSameToTheByte() {
    Destination hook = open();
    sent(hook, first(Notices.opened()));
    sent(hook, first(Notices.opened()));

    assertThat(side.asked().get(0).body()).isEqualTo(side.asked().get(1).body());
    assertThat(side.asked()).extracting(a -> a.header("idempotency-key")).containsOnly("inc-1/1");
  }

  @Test
  void inBinaryModeTheUpdateIsTheBody() {
    Destination hook =
        open("mode: binary", "source: https://ops.example/caffè", "bearer: ${TOKEN}");

    Delivery resolved = then(4, Notice.Said.RESOLVED, Severity.SEV2, Step.RESOLVE, null);
    assertThat(sent(hook, resolved).outcome()).isEqualTo(Outcome.DELIVERED);

    assertThat(side.last().body()).isEqualTo(resolved.notice().json());
    assertThat(side.last().header("ce-type")).isEqualTo("io.groundswell.incident.resolved");
    assertThat(side.last().header("ce-source")).isEqualTo("https://ops.example/caff%C3%A8");
    assertThat(side.last().header("authorization")).isEqualTo("Bearer let-me-in");
  }

  static Stream<String> hostile() {
    return Notices.HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatStrangersWriteStaysInsideTheUpdate(String text) {
    for (Destination hook : List.of(open(), open("mode: binary"))) {
      Answer answer = sent(hook, first(Notices.hostile(text)));

      assertThat(answer.outcome()).as(answer.reason()).isEqualTo(Outcome.DELIVERED);
      JsonNode update = side.last().json();
      String whole = text.replaceAll("\\p{Cs}", "?");
      assertThat((update.has("data") ? update.path("data") : update).path("title").asText())
          .isEqualTo(whole);
      assertThat(side.last().headers().toString()).doesNotContain("alert(1)", "victim");
    }
  }

  @Test
  void aTestSaysThatItIsOne() {
    sent(open(), first(Notices.test()));

    assertThat(side.last().json().path("title").asText()).startsWith("[TEST] ");
  }

  @Test
  void aReplayIsRefusedByWhoChecksTheTime() {
    Delivery old = new Delivery(Notices.opened(), Step.TRIGGER, null, Notices.NOW - 600_000);

    assertThat(sent(open(), old).reason()).isEqualTo("127.0.0.1 answered 401: not signed");
  }

  @Test
  void neitherKeyNorTokenNorSignatureIsSeenInAPreview() {
    Destination hook = open("bearer: ${TOKEN}");

    assertThat(hook.preview(first(Notices.opened())))
        .contains("Authorization: Bearer ***", "X-Groundswell-Signature: v1=***", "inc-1/1")
        .doesNotContain("sign-me", "let-me-in");
    assertThat(hook.toString()).doesNotContain("sign-me", "let-me-in");
    assertThat(hook.manner().keyed()).isTrue();
  }

  @Test
  void aModeThatDoesNotExistIsRefusedWithItsLine() {
    assertThatThrownBy(() -> open("mode: batch"))
        .hasMessageEndingWith("notify.yaml:4: mode is 'batch'; use structured or binary");
  }
}
