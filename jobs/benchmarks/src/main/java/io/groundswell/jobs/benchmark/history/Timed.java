package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.surge.Groundswell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A command in a process of its own, which leaves behind how long it took and its memory. */
public final class Timed {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KILOBYTE = 1_024;

  private Timed() {}

  /** The first argument is the file to leave behind, the others are the command's. */
  public static void main(String[] arguments) {
    long begin = System.nanoTime();
    Path file = Path.of(arguments[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(file, begin)));
    Groundswell.main(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void leave(Path file, long begin) {
    long nanos = System.nanoTime() - begin;
    try {
      Files.writeString(file, nanos + " " + peak());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Most memory that this process ever had, in bytes; 0 where Linux does not tell. */
  private static long peak() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
        .findFirst()
        .orElse(0);
  }
}
