package io.groundswell.jobs.notification.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerServerTest {
  private static final long NOW = 1_772_803_500_000L;
  private static final Secret KEY = new Secret("k3y");
  private static final String ANSWER =
      "{\"incident_id\":\"shop:1\",\"verdict\":\"false\",\"by\":\"ann\",\"note\":\"a joke\\u202e\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> taken = new ArrayList<>();
  private boolean brokerIsGone;
  private AnswerServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        new AnswerServer(
            new Answers("127.0.0.1", 0, KEY, new Secret("pd"), "verdicts"), this::take, () -> NOW);
  }

  private void take(Verdict verdict) throws IOException {
    if (brokerIsGone) {
      throw new IOException("gone");
    }
    taken.add(verdict.json());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(String path, Map<String, String> headers, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> signed(long at, String body) {
    String timestamp = Signature.timestamp(at);
    return Map.of(
        Signature.TIMESTAMP, timestamp, Signature.HEADER, new Signature(KEY).sign(timestamp, body));
  }

  @Test
  void aSignedAnswerIsTakenOnce() throws Exception {
    assertThat(post("/v1/verdicts", signed(NOW, ANSWER), ANSWER).statusCode()).isEqualTo(202);
    assertThat(post("/v1/verdicts", signed(NOW, ANSWER), ANSWER).statusCode()).isEqualTo(409);
    assertThat(taken)
        .containsExactly(
            "{\"incident_id\":\"shop:1\",\"verdict\":\"false\",\"by\":\"ann\","
                + "\"at\":\"2026-03-06T13:25:00Z\",\"note\":\"a joke\"}");
  }

  @Test
  void whatIsNotSignedOrOldIsRefused() throws Exception {
    assertThat(post("/v1/verdicts", Map.of(), ANSWER).statusCode()).isEqualTo(401);
    assertThat(post("/v1/verdicts", signed(NOW, ANSWER + " "), ANSWER).statusCode()).isEqualTo(401);
    assertThat(post("/v1/verdicts", signed(NOW - 301_000, ANSWER), ANSWER).statusCode())
        .isEqualTo(401);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | no JSON object",
        "{\"verdict\":\"real\",\"by\":\"ann\"} | 'incident_id' is missing",
        "{\"incident_id\":\"a\",\"verdict\":\"real\"} | 'by' is missing",
        "{\"incident_id\":\"a\",\"verdict\":\"maybe\",\"by\":\"ann\"} | none of acknowledged",
        "{\"incident_id\":\"a\",\"verdict\":\"duplicate\",\"by\":\"ann\"} | 'duplicate_of' is missing"
      })
  void whatIsNoAnswerIsToldWhy(String body, String why) throws Exception {
    HttpResponse<String> answer = post("/v1/verdicts", signed(NOW, body), body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void whatTheBrokerDoesNotTakeCanBeTriedAgain() throws Exception {
    brokerIsGone = true;
    assertThat(post("/v1/verdicts", signed(NOW, ANSWER), ANSWER).statusCode()).isEqualTo(503);
    brokerIsGone = false;
    assertThat(post("/v1/verdicts", signed(NOW, ANSWER), ANSWER).statusCode()).isEqualTo(202);
  }

  @Test
  void anAcknowledgementInPagerDutyComesBack() throws Exception {
    String body =
        "{\"event\":{\"event_type\":\"incident.acknowledged\",\"occurred_at\":\"2026-03-06T13:20:00Z\",\"agent\":{\"summary\":\"Ann\"},"
            + "\"data\":{\"incident_key\":\"shop:1\"}}}";
    String hmac = "c".repeat(64);
    assertThat(
            post("/v1/pagerduty", Map.of("X-PagerDuty-Signature", "v1=" + hmac), body).statusCode())
        .isEqualTo(401);
    String right = Hmac.hex("pd", body);
    assertThat(
            post("/v1/pagerduty", Map.of("X-PagerDuty-Signature", "v1=0,v1=" + right), body)
                .statusCode())
        .isEqualTo(202);
    assertThat(taken).singleElement().asString().contains("\"acknowledged\"", "\"by\":\"Ann\"");
    String other = "{\"event\":{\"event_type\":\"incident.triggered\"}}";
    assertThat(
            post(
                    "/v1/pagerduty",
                    Map.of("X-PagerDuty-Signature", "v1=" + Hmac.hex("pd", other)),
                    other)
                .statusCode())
        .isEqualTo(202);
    assertThat(taken).hasSize(1);
  }

  @Test
  void otherCallsAreToldWhatToDo() throws Exception {
    assertThat(post("/v1/other", Map.of(), "").statusCode()).isEqualTo(404);
    assertThat(post("/v1/verdicts", Map.of(), "x".repeat(70_000)).statusCode()).isEqualTo(413);
  }
}
