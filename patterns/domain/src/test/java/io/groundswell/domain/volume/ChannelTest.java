package io.groundswell.domain.volume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of what is counted beside complaints. */
class ChannelTest {

  @ParameterizedTest
  @EnumSource
  void everyKeyTellsItsChannelAndItsSubject(Channel channel) {
    String key = channel.key("firefox/sync@IT~down");

    assertThat(Channel.of(key)).isEqualTo(channel);
    assertThat(channel.holds(key)).isTrue();
    assertThat(Channel.subject(key)).isEqualTo("firefox/sync@IT~down");
    assertThat(Channel.COMPLAINTS.holds(key)).isEqualTo(channel == Channel.COMPLAINTS);
  }
}
