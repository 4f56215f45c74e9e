package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.cli.LiveFlink;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink of incident notification in one process, apart from the main job's. */
final class NotificationFlink {
  private NotificationFlink() {}

  /** An environment that goes on from the newest checkpoint in a folder, where there is one. */
  static StreamExecutionEnvironment environment(String folder) throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(
        LiveFlink.stateful(new State(Backend.HASHMAP, folder, false), Checkpoints.DEFAULT));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    MemorySize network = MemorySize.ofMebiBytes(16);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    return FlinkOptions.local(1, configuration);
  }
}
