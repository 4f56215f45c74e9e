package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The folder that a command writes into. */
final class OutFolder {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  @Option(names = "--force", description = "Replace the results in --out.")
  private boolean force;

  /** Where it is. */
  Path path() {
    return out;
  }

  /** Makes it ready for the files of these names. */
  void prepare(List<String> names) throws IOException {
    LocalFiles.prepare(out, force, names);
  }
}
