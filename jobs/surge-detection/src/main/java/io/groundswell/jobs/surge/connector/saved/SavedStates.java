package io.groundswell.jobs.surge.connector.saved;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds checkpoints and savepoints. */
public final class SavedStates {
  static final String METADATA = "_metadata";

  private SavedStates() {}

  /**
   * All below a folder, the newest first. A checkpoint that was not completed is among them, since
   * one that has lost its metadata looks the same.
   */
  public static List<SavedState> below(Path folder) throws IOException {
    return below(folder, Integer.MAX_VALUE);
  }

  /** Those that are no deeper below a folder, by the steps to their metadata. */
  public static List<SavedState> below(Path folder, int depth) throws IOException {
    Finder finder = new Finder();
    Files.walkFileTree(absolute(folder), Set.of(), depth, finder);
    List<SavedState> found = finder.found;
    found.sort(
        Comparator.comparing(SavedState::completed)
            .thenComparing(state -> state.folder().toString())
            .reversed());
    return found;
  }

  /** What a path names, which may be that of the metadata themselves. */
  public static SavedState at(Path path) throws IOException {
    Path folder = absolute(path.endsWith(METADATA) ? path.resolveSibling("") : path);
    Path metadata = folder.resolve(METADATA);
    Path dated = Files.exists(metadata) ? metadata : folder;
    return new SavedState(folder, Files.getLastModifiedTime(dated).toInstant());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Looks into every folder. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<SavedState> found = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
      if (SavedState.isCheckpoint(one) && !Files.exists(one.resolve(METADATA))) {
        found.add(new SavedState(one, attributes.lastModifiedTime().toInstant()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.endsWith(METADATA)) {
        Instant completed = attributes.lastModifiedTime().toInstant();
        found.add(new SavedState(file.resolveSibling(""), completed));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A job that runs deletes what it needs no more. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path one, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
