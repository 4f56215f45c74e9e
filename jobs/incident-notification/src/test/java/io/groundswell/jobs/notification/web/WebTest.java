package io.groundswell.jobs.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import io.groundswell.jobs.notification.destination.Notices;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the network and servers may do to a call, and what becomes of it. */
class WebTest {
  private static final Secret TOKEN = new Secret("s3cr\"t");

  private static final Answer LATE = Answer.tryAgain("127.0.0.1: no answer within 500 ms", null);

  private final Web web = new Web();
  private final FarSide side = new FarSide(asked -> Said.of(200, "fine"));
  private final Calls calls = new Calls(web, Struck.of(TOKEN), Duration.ofSeconds(20));
  private final Calls hasty = new Calls(web, Struck.of(TOKEN), Duration.ofMillis(500));

  @AfterEach
  void close() {
    side.close();
    web.close();
  }

  private Answer call(String address, Map<String, String> headers) {
    return call(calls, address, headers);
  }

  private static Answer call(Calls by, String address, Map<String, String> headers) {
    Web.Call call = by.post(URI.create(address), headers, "{}");
    try {
      return by.send(call, Notices.NOW).toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("always completes, and normally", e);
    }
  }

  private Answer call() {
    return call(side.address() + "/services/hidden", Map.of());
  }

  @Test
  void aReplyIsDeliveredWithWhatWasSent() {
    assertThat(call().outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(side.last().body()).isEqualTo("{}");
    assertThat(side.last().header("user-agent")).isEqualTo("groundswell");
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "204, DELIVERED",
    "301, REFUSED",
    "307, REFUSED",
    "400, REFUSED",
    "401, REFUSED",
    "404, REFUSED",
    "413, REFUSED",
    "408, TRY_AGAIN",
    "425, TRY_AGAIN",
    "429, TRY_AGAIN",
    "500, TRY_AGAIN",
    "503, TRY_AGAIN"
  })
  void aCodeSaysWhetherAnotherAttemptMaySucceed(int status, Outcome outcome) {
    side.first(status, Map.of(), "");

    assertThat(call().outcome()).isEqualTo(outcome);
  }

  @Test
  void whoAsksForPatienceGetsItInSecondsOrByADateAndNeverMoreThanAnHour() {
    side.first(429, Map.of("Retry-After", "17"), "")
        .first(503, Map.of("Retry-After", "Mon, 02 Mar 2026 12:06:30 GMT"), "")
        .first(
            503,
            Map.of(
                "Date", "Mon, 02 Mar 2026 13:00:00 GMT",
                "Retry-After", "Mon, 02 Mar 2026 13:00:05 GMT"),
            "")
        .first(503, Map.of("Retry-After", "999999999"), "")
        .first(503, Map.of("Retry-After", "99999999999999999999"), "")
        .first(503, Map.of("Retry-After", "Mon, 02 Mar 2020 12:06:30 GMT"), "")
        .first(503, Map.of("Retry-After", "soon"), "");

    assertThat(call().pause()).isEqualTo(Duration.ofSeconds(17));
    assertThat(call().pause()).isEqualTo(Duration.ofSeconds(90));
    assertThat(call().pause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(call().pause()).isEqualTo(Duration.ofHours(1));
    assertThat(call().pause()).isNull();
    assertThat(call().pause()).isNull();
    assertThat(call().pause()).isNull();
  }

  @Test
  void aServerThatNeverAnswersCostsNoMoreThanTheTimeOut() {
    side.first(FarSide.hangs()).first(FarSide.stalls());

    assertThat(call(hasty, side.address(), Map.of())).isEqualTo(LATE);
    assertThat(call(hasty, side.address(), Map.of())).isEqualTo(LATE);
  }

  @Test
  void neitherDoesAPortThatTakesConnectionsAndReadsNothing() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + deaf.getLocalPort();

      assertThat(call(hasty, address, Map.of())).isEqualTo(LATE);
    }
  }

  @Test
  void aReplyThatStopsInTheMiddleIsNoReply() {
    side.first(FarSide.resets()).first(FarSide.babbles());

    assertThat(call().outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(call().outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(call().outcome()).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void nobodyListening() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    assertThat(call("http://127.0.0.1:" + port, Map.of()))
        .isEqualTo(Answer.tryAgain("127.0.0.1: no connection", null));
  }

  @Test
  void aHostThatNoNameServerKnows() {
    Answer answer = call("http://nowhere.invalid/", Map.of());

    assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(answer.reason()).startsWith("nowhere.invalid: ");
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (FarSide other = new FarSide(asked -> Said.of(200, "stolen"))) {
      side.first(302, Map.of("Location", other.address() + "/"), "");

      Answer answer = call();

      assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(answer.reason()).contains("302", "redirects are not followed");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void aServerThatNeverStopsTalkingIsHeardOutForAWhile() {
    side.first(FarSide.talksForever()).first(404, Map.of(), "y".repeat(1_000_000));

    assertThat(call().outcome()).isEqualTo(Outcome.DELIVERED);
    Answer answer = call();
    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.reason()).hasSizeLessThan(300);
  }

  @Test
  void aReasonIsOneLineWithoutSecretsAndWithoutThePath() {
    side.first(403, Map.of(), "<b>s3cr\"t</b>\r\nor {\"t\":\"s3cr\\\"t\"}\u001b[31m s3cr%22t");

    assertThat(call().reason())
        .isEqualTo("127.0.0.1 answered 403: <b>***</b> or {\"t\":\"***\"}[31m ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://169.254.169.254/", "http://[fe80::1]/", "http://[fd00:ec2::254]/"})
  void metadataServicesAreNeverAsked(String address) {
    Answer answer = call(address, Map.of());

    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.reason()).contains("link-local or metadata");
  }

  @Test
  void aHeaderThatCannotBeSentIsNotQuoted() {
    Answer answer = call(side.address(), Map.of("Authorization", "Bearer s3cr\"t\r\nX: y"));

    assertThat(answer.outcome()).isEqualTo(Outcome.TRY_AGAIN);
    assertThat(answer.reason()).contains("a header is not sound").doesNotContain("s3cr");
  }

  @Test
  void afterClosingACallStillCompletes() {
    web.close();

    assertThat(call().outcome()).isEqualTo(Outcome.TRY_AGAIN);
  }

  @Test
  void aCallDoesNotPrintWhatItHolds() {
    Web.Call call = calls.post(URI.create("https://h/p"), Map.of("Authorization", "s3cr"), "s3cr");

    assertThat(call.toString()).isEqualTo("POST to h");
  }
}
