package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.ruling.RuleKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topic of rulings, on a bare broker. */
class KafkaControlIT {
  @TempDir Path folder;

  @Test
  void whatIsOlderThanTheLastFewIsTakenBack() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder)) {
      Map<String, String> client = Map.of("bootstrap.servers", broker.address());
      KafkaControl control = new KafkaControl(client, "control", 2);
      for (int i = 1; i <= 4; i++) {
        assertThat(control.rule(RuleKind.POLICY, "min_authors: " + i, "ann", "so", i).number())
            .isEqualTo(i);
      }
      assertThat(control.rule(RuleKind.CATALOGUE, "products: []", "ann", "so", 5).number())
          .as("each kind counts for itself")
          .isEqualTo(1);

      List<String> withdrawn = new ArrayList<>();
      try (WholeTopic whole = new WholeTopic(client)) {
        whole.read(
            "control",
            record -> {
              if (record.value() == null) {
                withdrawn.add(record.key());
              }
            });
      }
      assertThat(withdrawn).contains("policy 1", "policy 2").doesNotContain("policy 3", "policy 4");
    }
  }
}
