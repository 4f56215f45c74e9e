package io.groundswell.chaos.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code groundswell notify} in a process of its own, and who starts it again when it dies. */
public final class Notifier implements AutoCloseable {
  private final Path config;
  private final Thread keeper = new Thread(this::keep, "keeper of the notifier");
  private volatile boolean over;
  private volatile @Nullable Process process;

  /** Starts it with settings. */
  public Notifier(Path config) {
    this.config = config;
    keeper.setDaemon(true);
    keeper.start();
  }

  private void keep() {
    try {
      while (!over) {
        process = start();
        process.waitFor();
        Thread.sleep(500);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the notifier cannot be started", e);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.groundswell.jobs.surge.Groundswell",
            "notify",
            "--config",
            config.toString());
    command.environment().put("KEY", "chaos");
    Path log = config.resolveSibling("notifier.log");
    return command
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(log.toFile()))
        .start();
  }

  /** As {@code kill -9} does. */
  public void kill() {
    Process now = process;
    if (now != null) {
      now.destroyForcibly();
    }
  }

  @Override
  public void close() {
    over = true;
    keeper.interrupt();
    kill();
  }
}
