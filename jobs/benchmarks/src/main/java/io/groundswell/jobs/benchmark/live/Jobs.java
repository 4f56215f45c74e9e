package io.groundswell.jobs.benchmark.live;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Both jobs as users run them, each in a process of its own at default settings, and somebody who
 * starts them again when they die.
 */
final class Jobs implements AutoCloseable {
  private final Path folder;
  private Process detection;
  private Process notification;

  /** Writes the settings and starts both. */
  Jobs(Path folder, Topics topics, String webhook) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("catalogue.yaml"), Invented.yaml());
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        """
        kafka: {brokers: "%s"}
        posts: [{topic: %s}]
        start: earliest
        catalogue: catalogue.yaml
        """
            .formatted(topics.broker(), topics.posts()));
    Files.writeString(
        folder.resolve("notify.yaml"),
        """
        kafka: {brokers: "%s"}
        allowed_hosts: [127.0.0.1]
        destinations:
          hook: {type: webhook, address: "%s", signing_key: "${KEY}"}
        default: {to: [hook]}
        """
            .formatted(topics.broker(), webhook));
    detection = start("run", "groundswell.yaml");
    notification = start("notify", "notify.yaml");
  }

  private Process start(String command, String settings) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            "io.groundswell.jobs.surge.Groundswell",
            command,
            "--config",
            folder.resolve(settings).toString());
    process.environment().put("KEY", "benchmark");
    return process
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(command + ".log").toFile()))
        .start();
  }

  /** Kills the main job, as {@code kill -9} does, and starts it again at once. */
  void killDetection() throws IOException, InterruptedException {
    detection.destroyForcibly().waitFor();
    detection = start("run", "groundswell.yaml");
  }

  /** The same of the second job. */
  void killNotification() throws IOException, InterruptedException {
    notification.destroyForcibly().waitFor();
    notification = start("notify", "notify.yaml");
  }

  /** From now on no checkpoint of either job can be written. */
  void failCheckpoints() throws IOException {
    for (String state : List.of("groundswell-state", "notification-state")) {
      Path checkpoints = folder.resolve(state).resolve("checkpoints");
      Files.move(checkpoints, folder.resolve(state).resolve("aside"));
      Files.createFile(checkpoints);
    }
  }

  /** Whether both are there. */
  boolean alive() {
    return detection.isAlive() && notification.isAlive();
  }

  @Override
  public void close() {
    detection.destroyForcibly().onExit().join();
    notification.destroyForcibly().onExit().join();
  }
}
