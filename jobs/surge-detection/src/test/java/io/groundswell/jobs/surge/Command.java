package io.groundswell.jobs.surge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Groundswell's command line in processes of their own, with a secret in their environment. */
public final class Command implements AutoCloseable {
  private static final int LAST_OF_LOG = 4_000;

  private final Path folder;
  private final List<Process> started = new ArrayList<>();

  /** Commands whose files and log are in a folder. */
  public Command(Path folder) {
    this.folder = folder;
  }

  /** Starts a command, such as {@code notify} with {@code notify.yaml}. */
  public Process start(String command, String settings, String... more) throws IOException {
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Xmx512m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.groundswell.jobs.surge.Groundswell",
            command,
            "--config",
            folder.resolve(settings).toString());
    ProcessBuilder process =
        new ProcessBuilder(Stream.concat(line.stream(), Stream.of(more)).toList());
    process.environment().put("KEY", "xoxb-1");
    Process one =
        process
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    started.add(one);
    return one;
  }

  private Path log() {
    return folder.resolve("job.log");
  }

  /** The end of what they have said. */
  public String said() throws IOException {
    String log = Files.exists(log()) ? Files.readString(log()) : "";
    return log.substring(Math.max(0, log.length() - LAST_OF_LOG));
  }

  @Override
  public void close() {
    started.forEach(one -> one.destroyForcibly().onExit().join());
  }
}
