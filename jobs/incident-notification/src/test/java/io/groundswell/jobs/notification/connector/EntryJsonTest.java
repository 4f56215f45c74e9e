package io.groundswell.jobs.notification.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.delivery.Entry;
import org.junit.jupiter.api.Test;

class EntryJsonTest {
  @Test
  void anEntryIsReadAsItWasWritten() {
    Entry entry =
        new Entry(
            "pager",
            "shop:1",
            3,
            Entry.Outcome.GIVEN_UP,
            true,
            false,
            "C1:17.4",
            9,
            0,
            5_000,
            "SEV1",
            null,
            "503 \"busy\"",
            "{}");
    assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
    assertThat(EntryJson.read("{\"incident_id\":\"x\",\"outcome\":\"odd\"}")).isNull();
    assertThat(EntryJson.read("[]")).isNull();
  }
}
