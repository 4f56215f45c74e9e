package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalBrokerTest {

  @Test
  void noTwoListenersAreGivenOnePort() throws Exception {
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      assertThat(drawn.add(LocalBroker.freePort())).isTrue();
    }
    assertThat(drawn).allSatisfy(port -> assertThat(port).isBetween(20_000, 31_999));
  }

  @Test
  void passesOverPortsThatAreTaken() throws Exception {
    int last = LocalBroker.freePort();
    try (ServerSocket taken = new ServerSocket(last + 1, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LocalBroker.freePort()).isNotEqualTo(taken.getLocalPort());
    }
  }
}
