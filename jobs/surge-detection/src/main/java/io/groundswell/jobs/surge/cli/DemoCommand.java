package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.demo.Demo;
import io.groundswell.jobs.surge.demo.Pace;
import io.groundswell.jobs.surge.demo.Screen;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job at work, with nothing prepared. */
@Command(
    name = "demo",
    description = {
      "Shows surges being caught: starts a Kafka broker and the job in this process, and lets an"
          + " invented company have two quiet weeks and then a bad day.",
      "In that day two things break, a joke goes round, and the support queue floods after each"
          + " surge. You see each incident, and how far ahead of the queue it was."
    },
    footer = {
      "",
      "Takes about two minutes and less than 1 GB of memory. Posts are simulated, the job is the real one."
          + " Ctrl-C stops it; nothing stays behind.",
      "",
      "Example:",
      "  groundswell demo",
      "  groundswell demo --speed 20     for the impatient"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int MOST_CORES = 4;
  private static final int STOP_SECONDS = 30;

  @Option(
      names = "--speed",
      paramLabel = "MINUTES",
      description =
          "Simulated minutes a second while there is something to watch. Default: ${DEFAULT-VALUE}.")
  private int speed = 5;

  @Option(names = "--fast", description = "As fast as this machine can.")
  private boolean fast;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another N, other posts; the same N, the same posts and incidents.")
  private long seed = 2;

  @Option(
      names = "--quiet-days",
      paramLabel = "N",
      description = "Days to learn from, 2 to 60. Default: ${DEFAULT-VALUE}.")
  private int quietDays = 14;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopped;

  @Override
  public Integer call() throws Exception {
    if (speed < 1 || speed > 1_000) {
      throw new UsageError(
          "--speed: %d is not between 1 and 1,000; or use --fast".formatted(speed));
    }
    if (quietDays < 2 || quietDays > 60) {
      throw new UsageError("--quiet-days: %d is not between 2 and 60".formatted(quietDays));
    }
    Path folder = LocalFiles.temporaryFolder("groundswell-demo");
    Thread player = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(player), "groundswell-stop"));
    try {
      Pace pace = new Pace(() -> System.nanoTime() / 1_000_000, fast ? 0 : 1_000 / speed);
      new Demo(quietDays, seed, pace, screen()).run(folder, environment(folder));
    } catch (Exception e) {
      if (!stopped) {
        throw e;
      }
    } finally {
      LocalFiles.deleteFolder(folder);
      over.countDown();
    }
    return 0;
  }

  /** On Ctrl-C the process waits until everything is put away. */
  private void stop(Thread player) {
    stopped = true;
    player.interrupt();
    try {
      if (!over.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("demo: could not stop everything in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Bars are no ASCII, whatever the locale says. */
  private static Screen screen() {
    return new Screen(utf8(System.out), utf8(System.err), Boolean.getBoolean(Progress.TERMINAL));
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private static StreamExecutionEnvironment environment(Path folder) {
    Configuration configuration = FlinkOptions.bounded();
    configuration.set(CoreOptions.TMP_DIRS, folder.toString());
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    // What happens is to be seen while it happens.
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
    MemorySize network = MemorySize.ofMebiBytes(64);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    int cores = Math.min(MOST_CORES, Runtime.getRuntime().availableProcessors());
    return FlinkOptions.local(cores, configuration);
  }
}
