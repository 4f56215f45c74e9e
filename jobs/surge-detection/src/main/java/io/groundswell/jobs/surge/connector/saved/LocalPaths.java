package io.groundswell.jobs.surge.connector.saved;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths of this machine, as Flink names them: bare, or {@code file:} with any number of slashes.
 */
public final class LocalPaths {
  private LocalPaths() {}

  /** Empty where the path is another file system's. */
  public static Optional<Path> of(String path) {
    return of(new org.apache.flink.core.fs.Path(path));
  }

  static Optional<Path> of(org.apache.flink.core.fs.Path path) {
    String scheme = path.toUri().getScheme();
    boolean here = scheme == null || "file".equals(scheme);
    return here ? Optional.of(Path.of(path.getPath())) : Optional.empty();
  }
}
