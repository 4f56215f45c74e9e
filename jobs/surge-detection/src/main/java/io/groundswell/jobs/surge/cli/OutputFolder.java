package io.groundswell.jobs.surge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a command writes to. */
final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder ready.
   *
   * @param force files of the given names are replaced
   */
  static OutputFolder prepare(Path folder, boolean force, List<String> names) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageError("--out: %s is a file; name a folder".formatted(folder));
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (!force && files.findAny().isPresent()) {
        throw new UsageError(
            "--out: %s is not empty; name another folder, or add --force".formatted(folder));
      }
    }
    for (String name : names) {
      Files.deleteIfExists(folder.resolve(name));
    }
    return new OutputFolder(folder);
  }

  /** A file in the folder. */
  Path file(String name) {
    return folder.resolve(name);
  }
}
