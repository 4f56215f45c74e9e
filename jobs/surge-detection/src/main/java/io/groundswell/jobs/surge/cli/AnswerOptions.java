package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How people stand to incidents, from files. */
final class AnswerOptions {
  @Option(
      names = "--verdicts",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Answers to incidents (JSON lines; plain or gzip): acknowledged, real, false, duplicate.")
  private List<String> verdicts = List.of();

  @Option(
      names = "--mutes",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Mutes (JSON lines; plain or gzip): whose pages were to be held back?")
  private List<String> mutes = List.of();

  List<String> verdicts() {
    return List.copyOf(verdicts);
  }

  List<String> mutes() {
    return List.copyOf(mutes);
  }

  List<String> all() {
    return Stream.of(verdicts, mutes).flatMap(List::stream).toList();
  }

  void check() {
    verdicts.forEach(path -> LocalFiles.requireReadable("--verdicts", path));
    mutes.forEach(path -> LocalFiles.requireReadable("--mutes", path));
  }
}
