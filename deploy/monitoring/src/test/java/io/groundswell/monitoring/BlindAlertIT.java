package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A partition that goes silent, in days that are made up: it takes an hour to be sure. */
@Tag("prometheus")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class BlindAlertIT {
  static final String RULE = "GroundswellBlind";

  @TempDir Path folder;

  @Test
  void aPartitionThatGoesSilentFiresTheRule() throws Exception {
    Scenario scenario = Scenario.of(3);
    List<String> calm = next(scenario, Duration.ofDays(2));
    List<String> broken = next(scenario, Duration.ofHours(3));
    String target = "127.0.0.1:" + free();
    try (LocalBroker broker = LocalBroker.start(folder.resolve("kafka"));
        LiveFeed feed = new LiveFeed(broker.address(), "feed", 3);
        Prometheus prometheus =
            new Prometheus(folder, Documents.rules().replaceAll("for: \\d+m", "for: 1s"), target)) {
      feed.send(calm);
      feed.send(broken, 2);
      try (RunningJob job = start(feed, target)) {
        while (!prometheus.firing().contains(RULE)) {
          assertThat(job.end()).isNotDone();
          Thread.sleep(300);
        }
        assertThat(new Runbook(folder, target).type(RULE))
            .contains("blind_sources{")
            .contains(" 1.0");
      }
    }
  }

  private static List<String> next(Scenario scenario, Duration length) {
    int from = scenario.lines().size();
    scenario.calm("acme", length, 90);
    return new ArrayList<>(scenario.lines().subList(from, scenario.lines().size()));
  }

  private static RunningJob start(LiveFeed feed, String target) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(MetricOptions.REPORTERS_LIST, "prometheus");
    configuration.setString(
        "metrics.reporter.prometheus.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    configuration.setString(
        "metrics.reporter.prometheus.port", target.substring(target.indexOf(':') + 1));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, Policy.defaults()), feed.input(), feed.output(), feed.topics())
        .add(env);
    return RunningJob.start(env, "blind");
  }

  private static int free() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
