package io.groundswell.jobs.benchmark.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as people do: each in a new process. */
final class OwnProcess {
  private final Path folder;

  /**
   * A runner.
   *
   * @param folder for what the processes leave behind
   */
  OwnProcess(Path folder) {
    this.folder = folder;
  }

  /**
   * What a process took.
   *
   * @param seconds from its start to its end
   * @param ownSeconds without the start of Java
   * @param peak most memory that it had, bytes
   * @param failure what it said instead of an answer; empty where all is well
   */
  record Took(double seconds, double ownSeconds, long peak, String failure) {}

  /** Runs a command of {@code groundswell}; what it prints is thrown away. */
  Took run(String... command) throws IOException, InterruptedException {
    Path told = folder.resolve("told");
    Path errors = folder.resolve("errors");
    List<String> line = new ArrayList<>(java());
    line.add(1, classes(command[0]));
    line.addAll(List.of(Timed.class.getName(), told.toString()));
    line.addAll(List.of(command));
    long begin = System.nanoTime();
    int code =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    String[] figures = Files.readString(told).split(" ", -1);
    String failure = code == 0 ? "" : lastLine(Files.readString(errors, StandardCharsets.UTF_8));
    return new Took(seconds, Long.parseLong(figures[0]) / 1e9, Long.parseLong(figures[1]), failure);
  }

  /** The first process of a command keeps its classes as loaded, for those that follow. */
  private String classes(String command) {
    Path archive = folder.resolve(command + ".jsa");
    return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
        + archive;
  }

  /** As {@code deploy/local/groundswell} starts it. */
  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-XX:+UseParallelGC",
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static String lastLine(String text) {
    List<String> lines = text.strip().lines().toList();
    return lines.isEmpty() ? "ended with an error" : lines.get(lines.size() - 1);
  }
}
