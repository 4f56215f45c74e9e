package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.feed.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The other end of {@link WeekJob}. */
final class WeekProcess implements AutoCloseable {
  private final Process process;
  private final PrintWriter asked;
  private final BufferedReader answers;
  private final Path errors;

  /**
   * Starts the job.
   *
   * @param folder for its state and its files
   */
  WeekProcess(Topics topics, Path folder) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    errors = folder.resolve("errors.log");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-XX:+UseParallelGC",
                "-Xmx1g",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WeekJob.class.getName(),
                topics.broker(),
                topics.posts(),
                topics.name(),
                folder.toString())
            .redirectError(errors.toFile())
            .start();
    asked = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Waits until all before a tick is done; gives the processor time of the job until then. */
  long await(long tick) throws IOException {
    return Long.parseLong(ask("await " + tick));
  }

  /** How the job is. */
  Sample sample() throws IOException {
    return Sample.of(ask("sample"));
  }

  private String ask(String question) throws IOException {
    asked.println(question);
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(WeekJob.ANSWER)) {
        return line.substring(WeekJob.ANSWER.length());
      }
    }
    throw new IllegalStateException("the job has ended before the week: " + cause());
  }

  /** The last cause that it gave, which is the first of all. */
  private String cause() throws IOException {
    List<String> said = Files.readAllLines(errors);
    return said.stream()
        .filter(line -> line.startsWith("Caused by: ") || line.startsWith("Exception in thread"))
        .reduce((before, last) -> last)
        .orElse(said.isEmpty() ? "it says nothing" : said.get(said.size() - 1));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
