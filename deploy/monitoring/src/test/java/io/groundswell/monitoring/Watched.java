package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.cli.Load;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code groundswell run} with notification in its process, where it can be watched. */
final class Watched implements AutoCloseable {
  /** Whoever has it can guess authors; nobody may print it. */
  static final String AUTHOR_KEY = "0c1d".repeat(16);

  /** By which each breakdown of the load is told. */
  private static final String NERVOUS = "false_incidents_per_week: 1000\n";

  private final Path folder;
  private final Command command;
  private final int metrics;
  private final int health;
  private Process job;

  /** Writes settings for a job at a broker whose notices go to an address. */
  Watched(Path folder, String broker, String hook, String checkpoints) throws IOException {
    this.folder = folder;
    this.command = new Command(folder).logging("info");
    this.metrics = free();
    this.health = free();
    Files.writeString(folder.resolve("catalogue.yaml"), Load.catalogue());
    Files.writeString(folder.resolve("policy.yaml"), Load.policy() + NERVOUS);
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        """
        kafka: {brokers: "%s"}
        start: earliest
        catalogue: catalogue.yaml
        policy: policy.yaml
        notify: notify.yaml
        checkpoints: {%s}
        ports: {metrics: %d, health: %d}
        privacy: {author_key: %s}
        """
            .formatted(broker, checkpoints, metrics, health, AUTHOR_KEY));
    Files.writeString(
        folder.resolve("notify.yaml"),
        """
        kafka: {brokers: "%s"}
        allowed_hosts: [127.0.0.1]
        destinations:
          hook: {type: webhook, signing_key: "${KEY}", address: "%s"}
        default: {to: [hook]}
        """
            .formatted(broker, hook));
  }

  /** A port that nobody has, and of which the next one is free for notification. */
  static int free() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
        return Math.min(one.getLocalPort(), next.getLocalPort());
      } catch (BindException | IllegalArgumentException taken) {
        // Another one, then.
      }
    }
  }

  /** Starts the job, and waits until it is ready. */
  void start() throws Exception {
    job = command.start("run", "groundswell.yaml");
    await(() -> Http.status(health("readyz")) == 200);
  }

  /** Waits for something, as long as the job lives. */
  void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      assertThat(job.isAlive()).as(command.said()).isTrue();
      Thread.sleep(300);
    }
  }

  /** All that it has said and logged. */
  String log() throws IOException {
    return command.all();
  }

  /** Its process. */
  Process job() {
    return job;
  }

  /** Where its state is. */
  Path checkpoints() {
    return folder.resolve("groundswell-state").resolve("checkpoints");
  }

  /** Where the main job's metrics are, and notification's. */
  String[] targets() {
    return new String[] {"127.0.0.1:" + metrics, "127.0.0.1:" + (metrics + 1)};
  }

  String health(String what) {
    return "http://127.0.0.1:" + health + "/" + what;
  }

  @Override
  public void close() {
    command.close();
  }
}
