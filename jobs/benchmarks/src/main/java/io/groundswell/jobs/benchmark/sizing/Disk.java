package io.groundswell.jobs.benchmark.sizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Sums of sizes of files, while somebody writes and deletes them. */
final class Disk {
  private Disk() {}

  /** Bytes of all files below a folder; 0 where it is not there. */
  static long bytes(Path folder) {
    return bytes(folder, file -> true);
  }

  /** Bytes of what topics of the job's own hold, in a broker's folder. */
  static long written(Path broker, String posts) {
    return bytes(
        broker,
        file -> {
          Path topic = file.getParent();
          String name = topic == null ? "" : topic.getFileName().toString();
          return file.toString().endsWith(".log")
              && !name.startsWith("__")
              && !name.startsWith(posts + "-");
        });
  }

  /** Bytes of some files below a folder; 0 where it is not there. */
  static long bytes(Path folder, Predicate<Path> counts) {
    long[] sum = {0};
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += counts.test(file) ? attributes.size() : 0;
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException why) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path gone, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum[0];
  }
}
