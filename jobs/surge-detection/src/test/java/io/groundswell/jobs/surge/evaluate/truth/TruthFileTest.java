package io.groundswell.jobs.surge.evaluate.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.connector.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write down as true. */
class TruthFileTest {
  private static final String HEADER = "id,subjects,from,until,expect,note";
  private static final String PERIOD = "2026-03-06T13:20:00Z,2026-03-06T16:00:00Z";

  @TempDir Path folder;

  @Test
  void readsRowsInTheirOrder() throws IOException {
    List<TruthRow> rows =
        read(
            HEADER + ",official_at",
            "C1,shop/checkout; shop@US*," + PERIOD + ",must,\"broke, badly\",2026-03-06T14:00:00Z",
            "C2,*," + PERIOD + ",never,,");

    TruthRow first = rows.get(0);
    assertThat(first.id()).isEqualTo("C1");
    assertThat(first.covers("shop/checkout")).isTrue();
    assertThat(first.covers("shop@US-CA")).isTrue();
    assertThat(first.covers("shop")).isFalse();
    assertThat(first.note()).isEqualTo("broke, badly");
    assertThat(first.officialAt()).isEqualTo(Instant.parse("2026-03-06T14:00:00Z").toEpochMilli());
    assertThat(rows.get(1).covers("anything at all")).isTrue();
    assertThat(rows.get(1).expect()).isEqualTo(Expect.NEVER);
    assertThat(rows.get(1).officialAt()).isNull();
  }

  @Test
  void columnsComeInAnyOrderAndTheNoteMayBeMissing() throws IOException {
    List<TruthRow> rows =
        read(
            "expect,until,from,subjects,id",
            "may,2026-03-07T00:00:00Z,2026-03-06T00:00:00+01:00,a,X");
    assertThat(rows).singleElement().satisfies(row -> assertThat(row.note()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C1,a,PERIOD,perhaps, | truth.csv:2 | must, may or never",
        "C1,a,2026-03-07T00:00:00Z,2026-03-06T00:00:00Z,must, | truth.csv:2 | lies after until",
        "C1,a,noon,2026-03-06T00:00:00Z,must, | truth.csv:2 | from 'noon' is no RFC 3339 time",
        "C1,a,PERIOD,must,;C1,b,PERIOD,must, | truth.csv:3 | is there already",
        "C1,,PERIOD,must, | truth.csv:2 | subjects is empty",
        ",a,PERIOD,must, | truth.csv:2 | id is empty",
        "C1,a,PERIOD,must | truth.csv:2 | 5 cells where there should be 6",
      })
  void aMistakeIsSaidWithItsLine(String rows, String where, String what) {
    String text = rows.replace("PERIOD", PERIOD).replace(";C1", "\nC1");
    assertThatThrownBy(() -> read(HEADER, text))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining(where)
        .hasMessageContaining(what);
  }

  @Test
  void columnsThatAreUnknownMissingOrTwiceAreRefused() {
    assertThatThrownBy(() -> read(HEADER + ",colour", "")).hasMessageContaining("'colour'");
    assertThatThrownBy(() -> read("id,subjects,from,until", ""))
        .hasMessageContaining("'expect' is missing");
    assertThatThrownBy(() -> read(HEADER + ",id", "")).hasMessageContaining("'id' is there twice");
    assertThatThrownBy(() -> read(HEADER, "")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("", "")).hasMessageContaining("is empty");
  }

  private List<TruthRow> read(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("truth.csv"), List.of(lines));
    return TruthFile.read(file.toString());
  }
}
