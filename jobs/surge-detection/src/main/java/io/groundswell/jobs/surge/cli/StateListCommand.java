package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.saved.SavedState;
import io.groundswell.jobs.surge.connector.saved.SavedStates;
import io.groundswell.jobs.surge.connector.saved.Soundness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which checkpoints and savepoints there are, and whether a job can go on from them. */
@Command(
    name = "list",
    description =
        "Lists the checkpoints and savepoints in a folder, the newest first, and says of each whether"
            + " a job can go on from it.",
    footer = {
      "",
      "Metadata and all files they name are read, and checked against the lengths and, where",
      "they are RocksDB's, the checksums they were written with. Flink writes no checksums for",
      "the rest: a changed byte in a canonical savepoint may pass. Exit code 0: one is sound;",
      "1: none is; 2: there is none.",
      "",
      "Examples:",
      "  groundswell state list groundswell-state",
      "  flink run -s $(groundswell state list /checkpoints --sound) groundswell-surge-detection.jar \\",
      "    run --config groundswell.yaml"
    })
final class StateListCommand implements Callable<Integer> {
  private static final int NONE_IS_SOUND = 1;
  private static final double MEBI = 1 << 20;

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "Where they are, at any depth: a job's state.folder, a cluster's checkpoints.")
  private Path folder;

  @Option(
      names = "--sound",
      description =
          "Print nothing but the path of the newest sound one; what is passed over is told on"
              + " standard error.")
  private boolean onlySound;

  @Override
  public Integer call() throws IOException {
    if (!LocalFiles.isFolder(folder)) {
      throw new UsageError(
          "FOLDER: there is no folder %s; name that of checkpoints or savepoints"
              .formatted(folder));
    }
    List<SavedState> found = SavedStates.below(folder);
    if (found.isEmpty()) {
      throw new UsageError(
          "FOLDER: no checkpoint or savepoint is in %s; name the folder of one, or one above it"
              .formatted(folder));
    }
    return (onlySound ? newestSound(found) : all(found)) ? 0 : NONE_IS_SOUND;
  }

  private static boolean newestSound(List<SavedState> found) throws IOException {
    for (SavedState one : found) {
      Soundness soundness = Soundness.of(one);
      if (soundness.sound()) {
        System.out.println(one.folder());
        return true;
      }
      System.err.printf("passed over %s: %s%n", one.folder(), soundness.wrong());
    }
    System.err.println("none is sound");
    return false;
  }

  private static boolean all(List<SavedState> found) throws IOException {
    boolean any = false;
    for (SavedState one : found) {
      Soundness soundness = Soundness.of(one);
      any |= soundness.sound();
      System.out.printf(
          Locale.ROOT,
          "%s  %s  %s  %.1f MB  %s%n",
          one.folder(),
          one.kind(),
          one.second(),
          soundness.bytes() / MEBI,
          soundness.sound() ? "sound" : soundness.wrong());
    }
    return any;
  }
}
