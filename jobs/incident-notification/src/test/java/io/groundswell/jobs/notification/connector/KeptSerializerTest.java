package io.groundswell.jobs.notification.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.notification.delivery.Kept;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Savepoints hold these bytes: they are written down here and never change. */
class KeptSerializerTest {
  private static final Kept KEPT = new Kept("{\"title\":\"ü\"}", 1_772_803_500_000L);
  private static final String BYTES = "0000019cc352a7e07b227469746c65223a22c3bc227d";

  private final KeptSerializer serializer = new KeptSerializer();

  @Test
  void whatVersionOneWroteIsRead() throws Exception {
    assertThat(HexFormat.of().formatHex(serializer.serialize(KEPT))).isEqualTo(BYTES);
    assertThat(serializer.deserialize(1, HexFormat.of().parseHex(BYTES))).isEqualTo(KEPT);
  }

  @Test
  void whatIsOfAnotherVersionIsRefused() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[20]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 2");
  }
}
