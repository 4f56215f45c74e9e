package io.groundswell.jobs.benchmark.sizing;

import io.groundswell.jobs.benchmark.throughput.JvmThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used so far, as Linux says it.
 *
 * @param cpu seconds of all its threads, of those that have ended, too
 * @param compiling seconds of the JVM's compiler among them
 * @param peak most memory that it ever had, bytes
 */
record Usage(double cpu, double compiling, long peak) {
  private static final String PEAK = "VmHWM:";
  private static final int KIBI = 1_024;

  /** Until now. */
  static Usage of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    return new Usage(
        JvmThreads.used(Files.readString(process.resolve("stat"))),
        JvmThreads.compiling(process.resolve("task")),
        peak(Files.readAllLines(process.resolve("status"))));
  }

  /** The peak in the lines of {@code status}. */
  static long peak(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBI)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + PEAK + " in the process's status"));
  }
}
