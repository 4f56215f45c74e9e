package io.groundswell.jobs.surge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Groundswell's command line in processes of their own, with a secret in their environment. */
public final class Command implements AutoCloseable {
  /** The variable of that name, which is a secret in settings. */
  public static final String KEY = "xoxb-1";

  private static final int LAST_OF_LOG = 4_000;

  private final Path folder;
  private final List<Process> started = new ArrayList<>();
  private String level = "off";

  /** Commands whose files and log are in a folder. */
  public Command(Path folder) {
    this.folder = folder;
  }

  /** Has them write a log as well, of a level such as {@code debug}. */
  public Command logging(String wanted) {
    level = wanted;
    return this;
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
            "-Dgroundswell.log=" + level,
            // Flink's test utilities bring a configuration that goes before ours.
            "-Dlog4j.configurationFile=log4j2.properties",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.groundswell.jobs.surge.Groundswell",
            command,
            "--config",
            folder.resolve(settings).toString());
    ProcessBuilder process =
        new ProcessBuilder(Stream.concat(line.stream(), Stream.of(more)).toList());
    process.environment().put("KEY", KEY);
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

  /** All that they have said and logged. */
  public String all() throws IOException {
    return Files.exists(log()) ? Files.readString(log()) : "";
  }

  /** The end of what they have said. */
  public String said() throws IOException {
    String log = all();
    return log.substring(Math.max(0, log.length() - LAST_OF_LOG));
  }

  @Override
  public void close() {
    started.forEach(one -> one.destroyForcibly().onExit().join());
  }
}
