package io.groundswell.jobs.surge.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import io.groundswell.jobs.surge.post.ParsePosts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeChangesTest {
  private static final long NOW = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final String FLAG =
      "{\"id\":\"f7\",\"at\":\"2026-03-02T11:59:30Z\",\"product\":\"acme\",\"summary\":\"On\"";

  private OneInputStreamOperatorTestHarness<RawRecord, SentChange> takeChanges;

  @BeforeEach
  void open() throws Exception {
    Reading reading = new Reading(new JsonPosts(), RawRecord.NO_TIME);
    takeChanges =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new TakeChanges(reading)));
    takeChanges.open();
  }

  @AfterEach
  void close() throws Exception {
    takeChanges.close();
  }

  @Test
  void aChangeGoesOnWithWhatHadClosedWhenItArrived() throws Exception {
    read(FLAG + "}");

    assertThat(takeChanges.extractOutputValues())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.event().id()).isEqualTo("f7");
              assertThat(sent.closed()).isEqualTo(NOW - 60_000);
            });
    assertThat(takeChanges.getSideOutput(Ledger.OUTCOMES)).isNullOrEmpty();
  }

  @Test
  void whatNoCustomerCanNoticeIsNoChange() throws Exception {
    read(FLAG + ",\"environment\":\"staging-eu\"}");
    read(FLAG + ",\"kind\":\"none\"}");

    assertThat(takeChanges.extractOutputValues()).isEmpty();
    Said said = Said.in(takeChanges.getSideOutput(Ledger.OUTCOMES));
    assertThat(said.count(Outcome.NO_CHANGE)).isEqualTo(2);
    assertThat(said.tallies().get(0).input()).isEqualTo(Input.CHANGES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | unreadable",
        "{\"id\":\"1\",\"at\":\"2026-03-02T12:05:01Z\",\"product\":\"a\",\"summary\":\"s\"} | future",
        "{\"id\":\"1\",\"at\":\"2004-03-02T12:05:01Z\",\"product\":\"a\",\"summary\":\"s\"} | before-2005",
        "{\"id\":\"1\",\"at\":\"2026-03-02T12:00:00Z\",\"product\":\"a\"} | missing-field"
      })
  void whatIsNoChangeEventIsADeadLetter(String record, String reason) throws Exception {
    read(record);

    assertThat(takeChanges.extractOutputValues()).isEmpty();
    assertThat(takeChanges.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(letter -> letter.getValue().reason())
        .containsExactly(reason);
    assertThat(Said.in(takeChanges.getSideOutput(Ledger.OUTCOMES)).count(Outcome.DEAD_LETTERS))
        .isEqualTo(1);
  }

  private void read(String record) throws Exception {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    takeChanges.processElement(
        RawRecord.live(Input.CHANGES, "changes-0:1", bytes, NOW, NOW - 60_000), NOW);
  }
}
