package io.groundswell.jobs.benchmark.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of the JVM's own threads, which Java's beans do not tell: of the garbage collector
 * and of the compiler. Linux tells it in {@code /proc}; elsewhere nothing is known.
 */
public final class JvmThreads {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** See proc(5): times are counted in hundredths of a second. */
  private static final double TICKS = 100;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private JvmThreads() {}

  /** Seconds so far, by {@link Stage#COLLECT} and {@link Stage#COMPILE}. */
  static Map<Stage, Double> seconds() throws IOException {
    return seconds(TASKS);
  }

  private static Map<Stage, Double> seconds(Path folder) throws IOException {
    Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
    if (!Files.isDirectory(folder)) {
      return seconds;
    }
    try (Stream<Path> tasks = Files.list(folder)) {
      for (Path task : tasks.toList()) {
        add(task, seconds);
      }
    }
    return seconds;
  }

  /** Seconds so far of the compiler; 0 where nothing is known. */
  public static double compiling() throws IOException {
    return compiling(TASKS);
  }

  /**
   * The same of another process.
   *
   * @param tasks the folder of its threads in {@code /proc}
   */
  public static double compiling(Path tasks) throws IOException {
    return seconds(tasks).getOrDefault(Stage.COMPILE, 0.0);
  }

  private static void add(Path task, Map<Stage, Double> seconds) throws IOException {
    try {
      String name = Files.readString(task.resolve("comm"));
      if (name.startsWith("GC Thread") || name.startsWith("G1 ")) {
        seconds.merge(Stage.COLLECT, used(stat(task)), Double::sum);
      } else if (name.matches("(?s)C[12] CompilerThre.*")) {
        seconds.merge(Stage.COMPILE, used(stat(task)), Double::sum);
      }
    } catch (NoSuchFileException gone) {
      // The thread has ended meanwhile.
    }
  }

  private static String stat(Path task) throws IOException {
    return Files.readString(task.resolve("stat"));
  }

  /** Seconds in a line of {@code stat}, of a thread or of a process. */
  public static double used(String stat) {
    // The name, in parentheses, may hold spaces.
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    long ticks = Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME));
    return ticks / TICKS;
  }
}
