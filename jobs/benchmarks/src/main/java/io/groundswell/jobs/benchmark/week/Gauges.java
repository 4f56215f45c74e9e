package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.flink.CpuTime;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.jspecify.annotations.Nullable;

/** Measures this process and what it keeps in a folder. */
final class Gauges {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final double KILOBYTE = 1_024;
  private static final int MOST_TRIES = 20;

  private final Path folder;

  Gauges(Path folder) {
    this.folder = folder;
  }

  /** Processor time so far, in nanoseconds. */
  long cpu() {
    return CpuTime.nanos();
  }

  /** How it is now. */
  Sample sample() throws IOException {
    System.gc();
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(
        Figure.HEAP, (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    figures.put(Figure.THREADS, (double) ManagementFactory.getThreadMXBean().getThreadCount());
    figures.put(Figure.MEMORY, resident());
    figures.put(Figure.OPEN, open());
    Kept kept = new Kept();
    Files.walkFileTree(folder, kept);
    figures.put(Figure.FILES, (double) kept.files);
    figures.put(Figure.DISK, (double) kept.bytes);
    Map<String, Double> operators = operators();
    figures.put(Figure.STATE, operators.values().stream().mapToDouble(Double::doubleValue).sum());
    return new Sample(figures, operators);
  }

  private static double resident() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KILOBYTE)
        .findFirst()
        .orElse(0);
  }

  private static double open() throws IOException {
    if (!Files.isDirectory(OPEN)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(OPEN)) {
      return files.count();
    }
  }

  /** State of each operator in the newest checkpoint; Flink deletes those that it follows. */
  private Map<String, Double> operators() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return ofNewest();
      } catch (IOException | UncheckedIOException gone) {
        if (tries == MOST_TRIES) {
          throw gone;
        }
      }
    }
  }

  private Map<String, Double> ofNewest() throws IOException {
    Map<String, Double> sizes = new TreeMap<>();
    Optional<Path> newest = LocalFiles.latestCheckpoint(folder.resolve("checkpoints"));
    if (newest.isEmpty()) {
      return sizes;
    }
    Path file = newest.get().resolve("_metadata");
    try (DataInputStream data = new DataInputStream(Files.newInputStream(file))) {
      for (OperatorState operator :
          Checkpoints.loadCheckpointMetadata(
                  data, Gauges.class.getClassLoader(), newest.get().toUri().toString())
              .getOperatorStates()) {
        String name = operator.getOperatorName().orElse(operator.getOperatorID().toString());
        sizes.merge(name, (double) operator.getStateSize(), Double::sum);
      }
    }
    return sizes;
  }

  /** Counts files while others come and go. */
  private static final class Kept extends SimpleFileVisitor<Path> {
    private long files;
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files++;
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
