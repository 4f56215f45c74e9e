package io.groundswell.chaos.round;

import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Tasks;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the newest checkpoint loses its second half, and the job loses its TaskManagers: it
 * cannot go on, and does not, until somebody types the runbook's command.
 */
public final class Corruption {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As long as nobody could take it for a restart. */
  private static final Duration IN_VAIN = Duration.ofSeconds(20);

  private static final String METADATA = "_metadata";

  private final Cluster cluster;
  private final Tasks tasks;
  private final PrintStream out;

  /** Of a cluster. */
  public Corruption(Cluster cluster, PrintStream out) {
    this.cluster = cluster;
    this.tasks = new Tasks(cluster);
    this.out = out;
  }

  /**
   * Plays it.
   *
   * @return whether the job stood still until it was restored, and ran then
   */
  public boolean play() throws IOException, InterruptedException {
    Path checkpoint = newest();
    Path file = largest(checkpoint);
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() / 2);
    }
    for (String process : cluster.processes()) {
      if (process.startsWith("taskmanager")) {
        cluster.signal(process, "KILL");
      }
    }
    Instant at = Instant.now();
    out.printf("half of %s is gone, and the TaskManagers are dead%n", file);
    boolean stood = standsStill();
    out.print(cluster.run("status"));
    out.print(cluster.run("restore"));
    boolean runs = tasks.running();
    out.printf(
        "%-46s %s; restored %s after it%n",
        "corrupt checkpoint",
        stood ? "refused" : "NOT REFUSED",
        Table.seconds(Duration.between(at, Instant.now())));
    return stood && runs;
  }

  private boolean standsStill() throws InterruptedException {
    Instant begin = Instant.now();
    Instant down = begin;
    while (Duration.between(down, Instant.now()).compareTo(IN_VAIN) < 0) {
      Thread.sleep(200);
      if (tasks.running()) {
        down = Instant.now();
      }
      if (Duration.between(begin, down).compareTo(PATIENCE) > 0) {
        return false;
      }
    }
    return true;
  }

  private Path newest() throws IOException {
    try (Stream<Path> checkpoints =
        Files.list(cluster.data().resolve("checkpoints").resolve(cluster.job()))) {
      return checkpoints
          .filter(path -> Files.exists(path.resolve(METADATA)))
          .max(Comparator.comparingLong(Corruption::number))
          .orElseThrow(() -> new IllegalStateException("there is no checkpoint"));
    }
  }

  private static long number(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().replace("chk-", ""));
  }

  /** Of what the checkpoint shares with no other, lest there be no sound one. */
  private static Path largest(Path checkpoint) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(checkpoint)) {
      files = all.filter(file -> !file.endsWith(METADATA)).toList();
    }
    Path largest = checkpoint.resolve(METADATA);
    long most = 0;
    for (Path file : files) {
      if (Files.size(file) > most) {
        most = Files.size(file);
        largest = file;
      }
    }
    return largest;
  }
}
