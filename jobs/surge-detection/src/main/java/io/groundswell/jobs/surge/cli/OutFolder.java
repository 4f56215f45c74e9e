package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder that a command writes into. */
final class OutFolder {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  @Option(names = "--force", description = "Replace the results in --out.")
  private boolean force;

  /** To be filled by the command line. */
  OutFolder() {
    this(null, false);
  }

  /**
   * The folder of a command that has options of its own for it.
   *
   * @param force whether results in it are replaced
   */
  OutFolder(@Nullable Path out, boolean force) {
    this.out = out;
    this.force = force;
  }

  /** Where it is. */
  Path path() {
    return out;
  }

  /** Makes it ready for the files of these names. */
  void prepare(List<String> names) throws IOException {
    LocalFiles.prepare(out, force, names);
  }
}
