package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A streaming job that is stopped in the middle and started again, with its own settings. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestartIT {
  @TempDir Path folder;

  @Test
  void aJobThatIsStartedAgainGoesOnWhereItStood() throws Exception {
    Scenario scenario = Scenario.outage(5);
    Runs files = Runs.detect(scenario, folder, folder.resolve("files"), 2);
    List<String> expected = files.lines(Detection.INCIDENTS);
    int volumes = files.lines(Detection.VOLUMES).size() - 1;
    int half = scenario.lines().size() / 2;

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 3)) {
      RunSettings settings = settings(broker);
      feed.send(scenario.lines().subList(0, half));
      try (RunningJob first = start(settings, feed)) {
        assertThat(feed.volumes(volumes / 10)).isNotEmpty();
        assertThat(first.end()).isNotDone();
      }
      assertThat(LocalFiles.latestCheckpoint(Path.of(settings.state().folder(), "checkpoints")))
          .isPresent();

      feed.send(scenario.lines().subList(half, scenario.lines().size()));
      feed.end();
      try (RunningJob second = start(settings, feed)) {
        Set<String> told = new LinkedHashSet<>(feed.incidents(expected.size()));
        assertThat(told).containsExactlyElementsOf(expected);
        assertThat(feed.volumes(volumes)).hasSize(volumes).doesNotHaveDuplicates();
        assertThat(second.end()).isNotDone();
      }
    }
  }

  private RunSettings settings(LocalBroker broker) throws Exception {
    Files.writeString(folder.resolve("catalogue.yaml"), RunFile.catalogueTemplate());
    String yaml =
        RunFile.template()
            .replace("localhost:9092", broker.address())
            .replace("every: 10s", "every: 1s")
            .replace("parallelism: 0", "parallelism: 2");
    Path file = Files.writeString(folder.resolve("groundswell.yaml"), yaml);
    return RunFile.read(file, Map.of());
  }

  private static RunningJob start(RunSettings settings, LiveFeed feed) throws Exception {
    StreamExecutionEnvironment env = LiveFlink.environment(settings);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, Policy.defaults()),
            feed.input(),
            feed.output(),
            feed.topics(),
            Map.of(),
            Reports.served(null, Reports.FOLDER),
            false)
        .add(env);
    return RunningJob.start(env, "restart");
  }
}
