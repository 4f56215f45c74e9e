package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.cli.Load;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a job shows of itself is what {@code METRICS.md} describes, neither more nor less. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MetricsIT {
  @TempDir Path folder;

  @Test
  void aJobShowsWhatIsDescribedAndThatItIsWell() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Hook hook = new Hook();
        Watched watched = new Watched(folder, broker.address(), hook.address(), "every: 2s");
        Load load = new Load(broker.address(), "posts", 1, 1)) {
      watched.start();
      assertThat(Http.text(watched.health("livez"))).isEqualTo("RUNNING\n");

      Set<String> described = Documents.described(false);
      watched.await(() -> shown(watched).containsAll(described) && hasCounted(watched));

      assertThat(own(shown(watched))).isEqualTo(Documents.described(true));
      assertThat(load.stop()).isPositive();
      assertThat(watched.log()).contains(" INFO ").doesNotContain(Watched.AUTHOR_KEY, Command.KEY);
    }
  }

  /** A minute of the ledger, which shows that labels have the values that they should. */
  private static boolean hasCounted(Watched watched) {
    return text(watched)
        .lines()
        .filter(
            line -> line.contains("outcome_records{") && line.contains("outcome=\"complaints\""))
        .anyMatch(line -> line.contains("input=\"posts\"") && !line.endsWith(" 0.0"));
  }

  private static Set<String> shown(Watched watched) {
    return Documents.named(
        text(watched)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.joining("\n")));
  }

  private static Set<String> own(Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(Documents.OWN))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Watched watched) {
    StringBuilder all = new StringBuilder();
    for (String target : watched.targets()) {
      all.append(Http.text("http://" + target + "/metrics"));
    }
    return all.toString();
  }
}
