package io.groundswell.jobs.benchmark.sizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cores are whose: the job has one for itself, and this process, with the broker and the
 * load, all others. Linux's {@code taskset} sees to it; where that is missing nobody is confined.
 */
final class Cores {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private final List<Integer> allowed;

  private Cores(List<Integer> allowed) {
    this.allowed = allowed;
  }

  /** Of this process; no longer confines anything where {@code taskset} is missing. */
  static Cores find() throws IOException, InterruptedException {
    if (!Files.isReadable(STATUS) || !works("taskset", "--version")) {
      return new Cores(List.of());
    }
    return new Cores(
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(ALLOWED))
            .map(line -> parse(line.substring(ALLOWED.length()).strip()))
            .findFirst()
            .orElse(List.of()));
  }

  /** Reads a list such as {@code 0-2,5}. */
  static List<Integer> parse(String list) {
    List<Integer> cores = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String[] ends = part.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int core = Integer.parseInt(ends[0]); core <= last; core++) {
        cores.add(core);
      }
    }
    return cores;
  }

  /** Whether the job can have a core to itself. */
  boolean confine() {
    return allowed.size() > 1;
  }

  /** What a command begins with that is to run on the job's core. */
  List<String> prefix() {
    return confine() ? List.of("taskset", "-c", allowed.get(0).toString()) : List.of();
  }

  /** Leaves the job's core to the job, with all threads that are there and all that they start. */
  void leave() throws IOException, InterruptedException {
    if (!confine()) {
      return;
    }
    List<String> others =
        allowed.subList(1, allowed.size()).stream().map(core -> Integer.toString(core)).toList();
    String own = Long.toString(ProcessHandle.current().pid());
    if (!works("taskset", "-a", "-p", "-c", String.join(",", others), own)) {
      throw new IOException("taskset does not confine this process to cores " + others);
    }
  }

  /** How the job is confined, for people. */
  String label() {
    if (confine()) {
      return "on core %d alone".formatted(allowed.get(0));
    }
    return allowed.size() == 1
        ? "NOT CONFINED: there is only one core, which broker and load share"
        : "NOT CONFINED to a core: taskset (util-linux) is not here";
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
