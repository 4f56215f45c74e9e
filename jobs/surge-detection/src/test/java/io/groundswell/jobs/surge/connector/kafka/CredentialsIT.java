package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.connector.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks who is there. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CredentialsIT {
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private static final WantedTopic WANTED = WantedTopic.output("incidents", "outputs.incidents");

  @TempDir Path folder;
  private LocalBroker broker;
  private String secured;

  @BeforeEach
  void start() throws Exception {
    secured = "127.0.0.1:" + LocalBroker.freePort();
    broker = LocalBroker.start(folder, this::askWhoIsThere);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  private void askWhoIsThere(Properties settings) {
    for (String listeners : List.of("listeners", "advertised.listeners")) {
      settings.merge(listeners, "CLIENTS://" + secured, (all, more) -> all + "," + more);
    }
    settings.merge(
        "listener.security.protocol.map",
        "CLIENTS:SASL_PLAINTEXT",
        (all, more) -> all + "," + more);
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put(
        "listener.name.clients.plain.sasl.jaas.config", LOGIN + " user_groundswell=\"right\";");
  }

  @Test
  void theRightOnesAreLetIn() {
    assertThatCode(() -> prepare("right")).doesNotThrowAnyException();
  }

  @Test
  void wrongOnesAreOneClearLine() {
    assertThatThrownBy(() -> prepare("wrong"))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("kafka.security: " + secured + " refuses these credentials: ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void noneAtAllAreOneClearLine() {
    assertThatThrownBy(
            () -> KafkaTopics.prepare(Map.of("bootstrap.servers", secured), List.of(WANTED)))
        .isInstanceOf(BadInput.class)
        .message()
        .hasLineCount(1);
  }

  private void prepare(String password) {
    Map<String, String> client =
        Map.of(
            "bootstrap.servers",
            secured,
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            LOGIN + " username=\"groundswell\" password=\"" + password + "\";");
    KafkaTopics.prepare(client, List.of(WANTED));
  }
}
