package io.groundswell.feeds.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.kafka.Arrived.Sent;
import org.junit.jupiter.api.Test;

/** Partitions confirm in an order of their own. */
class ArrivedTest {
  private final Arrived arrived = new Arrived("10");

  @Test
  void aRecordByItselfIsResumedAfter() {
    Sent eleven = arrived.send("11");
    assertThat(eleven.resume()).isEqualTo("11");
    eleven.confirm();
    assertThat(arrived.send("12").resume()).isEqualTo("12");
  }

  @Test
  void aGapIsNeverSkipped() {
    Sent eleven = arrived.send("11");
    Sent twelve = arrived.send("12");
    Sent thirteen = arrived.send("13");
    twelve.confirm();
    assertThat(thirteen.resume()).isEqualTo("10");
    assertThat(arrived.send("14").resume()).isEqualTo("10");
    eleven.confirm();
    assertThat(arrived.send("15").resume()).isEqualTo("12");
    thirteen.confirm();
    assertThat(arrived.send("16").resume()).isEqualTo("13");
  }
}
