package io.groundswell.chaos.upgrade;

import io.groundswell.chaos.Settings;
import io.groundswell.chaos.check.Checker;
import io.groundswell.chaos.check.Course;
import io.groundswell.chaos.check.Finding;
import io.groundswell.chaos.check.Notices;
import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Notifier;
import io.groundswell.chaos.cluster.Receiver;
import io.groundswell.chaos.load.SteadyLoad;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/**
 * A product breaks, and while its incident is open the job is upgraded three times.
 *
 * @param place where everything is kept
 * @param settings of both jobs
 * @param old the version that runs first
 * @param versions to upgrade to
 * @param rate posts a second
 * @param back also return to the old version, in the end
 */
record Story(
    Path place, Settings settings, Path old, Versions versions, double rate, boolean back) {
  private static final PrintStream OUT = System.out;
  private static final int PARTITIONS = 4;
  private static final int PRODUCT = 7;
  private static final int SEED = 1;

  /** Before each upgrade; its complaints keep the incident open for a minute more. */
  private static final Duration SURGE = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int REFUSED = 1;

  /** Whether every promise was kept. */
  boolean play(Path script) throws Exception {
    try (Cluster cluster = Cluster.start(script, place, false);
        Receiver receiver = new Receiver()) {
      settings.write(cluster.broker(), receiver.address(), PARTITIONS);
      cluster.run("submit", "--config", settings.job().toString(), "--jar", old.toString());
      Notifier notifier = new Notifier(settings.notifier());
      try (SteadyLoad load = new SteadyLoad(cluster.broker(), "posts", PARTITIONS, rate, SEED)) {
        OUT.printf("Everything is in %s. Listening to what is normal …%n", place);
        Thread.sleep(settings.listen().toMillis());
        boolean kept = surge(cluster, load);
        kept &= right(receiver);
        return (!back || wentBack(cluster, load)) && kept;
      } finally {
        notifier.close();
      }
    }
  }

  private boolean surge(Cluster cluster, SteadyLoad load) throws Exception {
    load.surge(PRODUCT, SURGE);
    await("open", Course::open);
    boolean kept = refused(cluster);
    load.surge(PRODUCT, SURGE);
    kept &= rolledBack(cluster);
    load.surge(PRODUCT, SURGE);
    kept &= upgraded(cluster);
    await("over", Course::over);
    // What is compared ends with the last minute in which something was posted.
    Thread.sleep(
        Duration.between(Instant.now(), Instant.now().truncatedTo(ChronoUnit.MINUTES))
            .plusSeconds(62)
            .toMillis());
    load.rate(0);
    return kept;
  }

  private void await(String what, Predicate<Course> wanted) throws InterruptedException {
    Instant begin = Instant.now();
    while (!wanted.test(course())) {
      if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
        throw new IllegalStateException("the incident is not " + what + " after " + PATIENCE);
      }
      Thread.sleep(1_000);
    }
  }

  private Course course() {
    return Course.of(settings.job(), PRODUCT);
  }

  /** Whose state does not fit: the job that runs is not touched. */
  private boolean refused(Cluster cluster) throws Exception {
    String job = cluster.job();
    Path jar = cluster.jar();
    int status = upgrade(cluster, versions.renamed());
    return said(
        "a version that does not fit is refused, the job untouched",
        status == REFUSED && job.equals(cluster.job()) && jar.equals(cluster.jar()));
  }

  private boolean rolledBack(Cluster cluster) throws Exception {
    Path jar = cluster.jar();
    int status = upgrade(cluster, versions.broken());
    return said(
        "a version that cannot run is rolled back", status == REFUSED && jar.equals(cluster.jar()));
  }

  private boolean upgraded(Cluster cluster) throws Exception {
    Path next = versions.next();
    int status = upgrade(cluster, next);
    boolean open = course().open();
    return said(
        "the job is upgraded while the incident is open",
        status == 0 && open && cluster.jar().endsWith(next.getFileName()));
  }

  private static int upgrade(Cluster cluster, Path jar) throws IOException, InterruptedException {
    Instant begin = Instant.now();
    Cluster.Said said = cluster.ask("upgrade", "--jar", jar.toString());
    OUT.print(said.words().indent(2));
    OUT.printf("%.0f s%n", Duration.between(begin, Instant.now()).toMillis() / 1_000.0);
    return said.status();
  }

  private static boolean said(String what, boolean held) {
    OUT.printf("%-60s %s%n", what, held ? "held" : "NOT HELD");
    return held;
  }

  /** By what the topics hold, and by what the webhook was told. */
  private boolean right(Receiver receiver) throws IOException, InterruptedException {
    boolean right = Checker.apart(settings.job(), List.of("--once"));
    for (Finding finding : List.of(course().whole(), Notices.once(receiver.taken()))) {
      OUT.println(finding.line());
      right &= finding.right();
    }
    return right;
  }

  /** It comes last, since rows come again of what was counted after the upgrade. */
  private boolean wentBack(Cluster cluster, SteadyLoad load) throws Exception {
    load.rate(1);
    Thread.sleep(AGAIN.toMillis());
    OUT.print(cluster.run("upgrade", "--back").indent(2));
    Thread.sleep(AGAIN.toMillis());
    load.rate(0);
    boolean right = Checker.apart(settings.job(), List.of("--repeats", "--page-within", "300"));
    return said("back by command", cluster.jar().endsWith(old.getFileName())) && right;
  }
}
