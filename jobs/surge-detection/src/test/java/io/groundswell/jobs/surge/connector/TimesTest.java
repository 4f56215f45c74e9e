package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "2019-05-04T01:30:54Z,           2019-05-04T01:30:54Z",
    "2019-05-04t01:30:54z,           2019-05-04T01:30:54Z",
    "2019-05-04 01:30:54Z,           2019-05-04T01:30:54Z",
    "2019-05-04T01:30:54+00:00,      2019-05-04T01:30:54Z",
    "2019-05-04T01:30:54-00:00,      2019-05-04T01:30:54Z",
    "2019-05-04T01:30:54+05:30,      2019-05-03T20:00:54Z",
    "2019-05-03T18:30:54.5-07:00,    2019-05-04T01:30:54.500Z",
    "2019-05-04T01:30:54.123Z,       2019-05-04T01:30:54.123Z",
    "2019-05-04T01:30:54.5Z,         2019-05-04T01:30:54.500Z",
    "2019-05-04T01:30:54.07Z,        2019-05-04T01:30:54.070Z",
    "2019-05-04T01:30:54.999999999Z, 2019-05-04T01:30:54.999Z",
    "2020-02-29T23:59:59Z,           2020-02-29T23:59:59Z",
    "1969-12-31T23:59:59.9995Z,      1969-12-31T23:59:59.999Z",
  })
  void readsTimesOfRfc3339(String written, Instant meant) {
    assertThat(Times.millis(written)).isEqualTo(meant.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2019-05-04",
        "2019-05-04T01:30:54",
        "2019-02-29T00:00:00Z",
        "2019-13-04T01:30:54Z",
        "2019-05-04T24:00:00Z",
        "2019-05-04T01:60:54Z",
        "2019-05-04T01:30:5xZ",
        "2019-05-04T01:30:54.1x3Z",
        "2019-05-04T01:30:54.1234567890Z",
        "2019-05-04T0130:54:Z",
        "2019-05-04T01:30:54+25:00",
        "xxxx-05-04T01:30:54Z",
        "\u0662\u0660\u0661\u0669-05-04T01:30:54Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Times.millis(text)).isInstanceOf(DateTimeException.class);
  }

  @Property
  void agreesWithJavaTime(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -64_800, max = 64_800) int offset) {
    Instant instant = Instant.ofEpochSecond(second, nanos);
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(offset / 60 * 60);
    LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String plain = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").format(utc);
    LocalDateTime local = utc.withNano(nanos);
    String withOffset = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(zone));

    assertThat(Times.millis(plain)).isEqualTo(1000 * second);
    assertThat(Times.millis(plain.replace("Z", "+00:00"))).isEqualTo(1000 * second);
    assertThat(Times.millis(instant.toString())).isEqualTo(instant.toEpochMilli());
    assertThat(Times.millis(withOffset))
        .isEqualTo(OffsetDateTime.parse(withOffset).toInstant().toEpochMilli());
  }
}
