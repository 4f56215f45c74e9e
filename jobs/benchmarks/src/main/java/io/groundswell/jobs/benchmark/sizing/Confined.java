package io.groundswell.jobs.benchmark.sizing;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The main job as people run it, at default settings, in a process of its own on a core. */
final class Confined implements AutoCloseable {
  private final Path folder;
  private final Path work;
  private final Process process;

  /**
   * Writes the settings and starts it.
   *
   * @param folder for settings, state and log
   * @param heap {@code -Xmx}
   */
  Confined(Path folder, Topics topics, int products, Cores cores, String heap) throws IOException {
    this.folder = folder;
    this.work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(folder.resolve("catalogue.yaml"), Invented.yaml(products));
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        """
        kafka: {brokers: "%s"}
        posts: [{topic: %s}]
        start: earliest
        catalogue: catalogue.yaml
        parallelism: 1
        privacy: {author_key: %s}
        """
            .formatted(topics.broker(), topics.posts(), "0f".repeat(32)));
    List<String> command = new ArrayList<>(cores.prefix());
    command.addAll(java(heap));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("run.log").toFile())
            .start();
    // Nobody else ends it where this process is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-job"));
  }

  /** As {@code deploy/local/groundswell} starts it. */
  private List<String> java(String heap) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-XX:+UseParallelGC",
        "-Xmx" + heap,
        "-Djava.io.tmpdir=" + work,
        "-cp",
        System.getProperty("java.class.path"),
        "io.groundswell.jobs.surge.Groundswell",
        "run",
        "--config",
        folder.resolve("groundswell.yaml").toString());
  }

  /** So far; {@code taskset} becomes the job, so that its process is the job's. */
  Usage usage() throws IOException {
    requireAlive();
    return Usage.of(process.pid());
  }

  /** Bytes of its checkpoints. */
  long checkpoints() {
    return Disk.bytes(folder.resolve("groundswell-state"));
  }

  /** Bytes that RocksDB works on, and its library. */
  long working() {
    return Disk.bytes(work, file -> !file.toString().endsWith(".jar"));
  }

  /** Fails where it has ended. */
  void requireAlive() throws IOException {
    if (!process.isAlive()) {
      List<String> log = Files.readAllLines(folder.resolve("run.log"));
      throw new IOException(
          "the job has ended: " + (log.isEmpty() ? "it said nothing" : log.get(log.size() - 1)));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
