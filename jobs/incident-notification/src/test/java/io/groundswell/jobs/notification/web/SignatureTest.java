package io.groundswell.jobs.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.settings.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a signature proves. */
class SignatureTest {
  private static final long NOW = 1_772_453_100_000L;
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final Signature ours = new Signature(new Secret("shared"));
  private final String time = Signature.timestamp(NOW);

  private boolean verifies(String timestamp, String signatures, String body, long now) {
    return ours.verifies(timestamp, signatures, body, now, FIVE_MINUTES);
  }

  @Test
  void itIsTheHmacOfTimeDotBody() {
    // printf '1772453100.{}' | openssl dgst -sha256 -hmac shared
    assertThat(ours.sign("1772453100", "{}"))
        .isEqualTo("v1=20b66b5d902aade8ddf1719dc8a6014897ada65e1bbe29448473f8bf58528d42");
    assertThat(time).isEqualTo("1772453100");
  }

  @Test
  void whatWasSignedLatelyByWhoHasTheKeyIsBelieved() {
    String signature = ours.sign(time, "{}");

    assertThat(verifies(time, signature, "{}", NOW)).isTrue();
    assertThat(verifies(time, signature, "{}", NOW + 300_000)).isTrue();
    assertThat(verifies(time, signature, "{}", NOW - 300_000)).isTrue();
    assertThat(verifies(time, "v1=old, " + signature, "{}", NOW)).isTrue();
  }

  @Test
  void anotherBodyTimeOrKeyIsNot() {
    String signature = ours.sign(time, "{}");
    String others = new Signature(new Secret("other")).sign(time, "{}");

    assertThat(verifies(time, signature, "{ }", NOW)).isFalse();
    assertThat(verifies("1772453101", signature, "{}", NOW)).isFalse();
    assertThat(verifies(time, others, "{}", NOW)).isFalse();
    assertThat(verifies(time, "", "{}", NOW)).isFalse();
    assertThat(verifies(time, signature.substring(3), "{}", NOW)).isFalse();
  }

  @Test
  void aReplayIsNot() {
    String signature = ours.sign(time, "{}");

    assertThat(verifies(time, signature, "{}", NOW + 301_000)).isFalse();
    assertThat(verifies(time, signature, "{}", NOW - 302_000)).isFalse();
    assertThat(verifies("", ours.sign("", "{}"), "{}", NOW)).isFalse();
    String least = String.valueOf(Long.MIN_VALUE);
    assertThat(verifies(least, ours.sign(least, "{}"), "{}", NOW)).isFalse();
  }
}
