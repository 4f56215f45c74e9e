package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.cli.Load;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each panel shows something of a job that runs, and no rule fires while it is well. */
@Tag("prometheus")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DashboardIT {
  private static final int STEADY_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void everyPanelHasDataAndNoRuleFiresWhileAllIsWell() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Hook hook = new Hook();
        Watched watched = new Watched(folder, broker.address(), hook.address(), "every: 2s");
        Load load = new Load(broker.address(), "posts", 1, 1)) {
      watched.start();
      try (Prometheus prometheus = new Prometheus(folder, Documents.rules(), watched.targets())) {
        List<String> silent = new ArrayList<>(Documents.queries());
        watched.await(
            () -> {
              silent.removeIf(query -> series(prometheus, query) > 0);
              return silent.isEmpty();
            });

        for (int second = 0; second < STEADY_SECONDS; second++) {
          assertThat(prometheus.firing()).isEmpty();
          Thread.sleep(1_000);
        }
      }
      assertThat(load.stop()).isPositive();
    }
  }

  private static int series(Prometheus prometheus, String query) {
    try {
      return prometheus.series(query);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
