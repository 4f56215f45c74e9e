package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The weights that triage judges by. */
public final class Weights {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Weights that 'groundswell train' wrote. Default: those of Groundswell.")
  private @Nullable Path file;

  /** The model. */
  LinearModel model() {
    return file == null ? LinearTriage.shippedModel() : read("--weights", file);
  }

  /**
   * The model in a file.
   *
   * @param named what the user calls the place where the file was named
   */
  public static LinearModel read(String named, Path file) {
    LocalFiles.requireReadable(named, file.toString());
    try (InputStream in = LocalFiles.open(file)) {
      return LinearModel.read(in);
    } catch (IOException e) {
      throw new UsageError(
          named + ": " + file + " holds no weights; give a file that 'groundswell train' wrote");
    }
  }
}
