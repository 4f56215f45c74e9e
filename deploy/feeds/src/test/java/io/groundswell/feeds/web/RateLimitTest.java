package io.groundswell.feeds.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.FakeTime;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How servers say when to come again. */
class RateLimitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | 120 | 120",
        "Retry-After | Mon, 02 Mar 2026 05:01:00 GMT | 60",
        "Retry-After | Mon, 02 Mar 2026 04:01:00 GMT | 0",
        "x-rate-limit-reset | 1772427690 | 90",
        "X-Ratelimit-Reset | 33.5 | 33",
        "X-RateLimit-Reset | 2026-03-02T05:00:07.000Z | 7",
        "Retry-After | soon |",
        "X-RateLimit-Reset | NaN |",
        "Server | nginx |"
      })
  void afterARefusal(String name, String value, Long seconds) {
    Duration told = RateLimit.told(headers(Map.of(name, List.of(value))), FakeTime.BEGIN);
    assertThat(told == null ? null : told.toSeconds()).isEqualTo(seconds);
  }

  @Test
  void theLastRequestOfAPeriodIsFollowedByItsRest() {
    assertThat(pause("0.0", "41")).hasSeconds(41);
    assertThat(pause("1.0", "41")).isZero();
    assertThat(pause("many", "41")).isZero();
    assertThat(RateLimit.pause(headers(Map.of()), FakeTime.BEGIN)).isZero();
  }

  private static Duration pause(String remaining, String reset) {
    Map<String, List<String>> headers =
        Map.of("X-Ratelimit-Remaining", List.of(remaining), "X-Ratelimit-Reset", List.of(reset));
    return RateLimit.pause(headers(headers), FakeTime.BEGIN);
  }

  private static HttpHeaders headers(Map<String, List<String>> values) {
    return HttpHeaders.of(values, (name, value) -> true);
  }
}
