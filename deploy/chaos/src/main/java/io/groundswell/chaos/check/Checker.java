package io.groundswell.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.settings.Outputs;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A program of its own that sees nothing but the topics, and says whether all came out right. */
@Command(
    name = "chaos check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Reads what is committed in the topics of a job, once nothing is posted any more, plays the"
            + " same posts again by the same clock, and says whether every post was counted once,"
            + " the incidents are those of the replay, and people were told in time.",
    footer = {
      "",
      "Exit code 0: all is right; 1: it is not.",
      "",
      "Example:",
      "  chaos check --config groundswell.yaml"
    },
    version = "groundswell 0.1.0")
public final class Checker implements Callable<Integer> {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The job's settings. Default: ${DEFAULT-VALUE}.")
  private Path config = Path.of("groundswell.yaml");

  @Option(
      names = "--deliveries",
      paramLabel = "TOPIC",
      description = "What people were told. Default: ${DEFAULT-VALUE}.")
  private String deliveries = "deliveries";

  @Option(
      names = "--page-within",
      paramLabel = "SECONDS",
      description = "How late a page may be. Default: ${DEFAULT-VALUE}.")
  private int within = 120;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long the last posts and pages are waited for. Default: ${DEFAULT-VALUE}.")
  private int patience = 240;

  @Option(
      names = "--repeats",
      description =
          "Rows may have come again, the same: the job was taken back to an earlier checkpoint.")
  private boolean repeats;

  @Option(
      names = "--once",
      description = "Updates of incidents may not have come again either: no process has died.")
  private boolean once;

  /** Checks, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Checker());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          System.err.println("chaos check: " + failure.getMessage());
          return 1;
        });
    System.exit(command.execute(arguments));
  }

  /**
   * Has it checked by a process of its own, which sees the topics only.
   *
   * @param options beside the settings
   * @return whether all is right
   */
  public static boolean apart(Path config, List<String> options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Checker.class.getName(),
                "--config",
                config.toString()));
    command.addAll(options);
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  @Override
  public Integer call() throws Exception {
    RunSettings settings = RunFile.read(config);
    List<Finding> findings = check(settings, new Committed(settings.kafka().brokers()));
    findings.forEach(finding -> System.out.println(finding.line()));
    return findings.stream().allMatch(Finding::right) ? 0 : 1;
  }

  private List<Finding> check(RunSettings settings, Committed committed) throws Exception {
    Live live = Live.of(settings);
    // The last post is to be in the ledger before it is played again.
    Books ledger = ledger(committed, live);
    Path folder = Files.createTempDirectory("groundswell-check");
    String name = "again-" + System.currentTimeMillis();
    OutputTopics again = OutputTopics.behind(name + "-");
    try (Replay replay = new Replay(committed, live, folder, name, again)) {
      replay.play();
      return compare(live, committed, ledger, again);
    }
  }

  /** What the topics hold, beside those that a replay has written. */
  List<Finding> compare(Live live, Committed committed, Books ledger, OutputTopics again)
      throws InterruptedException {
    Outputs outputs = live.settings().outputs();
    List<Finding> findings = new ArrayList<>(List.of(once(ledger, posts(committed, live))));
    // The minute of the last post is over, and all that it brought is committed with its row.
    Instant end = lastMinute(ledger);
    Books rows = books(committed, again.ledger(), Books.LEDGER);
    findings.add(ledger.until(end).against(rows.until(end), "ledger", repeats));
    Instant before = end.minus(MINUTE);
    Books volumes = books(committed, outputs.volumes(), Books.VOLUMES);
    rows = books(committed, again.volumes(), Books.VOLUMES);
    findings.add(volumes.until(before).against(rows.until(before), "volumes", repeats));
    // Updates leave at once, outside of transactions, so that a restart after a death sends some
    // again.
    Books incidents = books(committed, outputs.incidents(), Books.INCIDENTS);
    rows = books(committed, again.incidents(), Books.INCIDENTS);
    findings.add(incidents.until(end).against(rows.until(end), "incidents", !once));
    findings.addAll(told(live, committed, incidents.rows().values()));
    return findings;
  }

  private static long posts(Committed committed, Live live) {
    return live.settings().posts().stream()
        .mapToLong(topic -> committed.records(topic.topic()))
        .sum();
  }

  private List<Finding> told(Live live, Committed committed, Collection<String> incidents)
      throws InterruptedException {
    Duration bucket = live.rules().policy().bucket();
    Pages pages = new Pages(committed, deliveries, bucket, Duration.ofSeconds(patience));
    return List.of(pages.lastWords(incidents), pages.inTime(incidents, Duration.ofSeconds(within)));
  }

  private static Books books(
      Committed committed, String topic, Function<JsonNode, String> identity) {
    return Books.of(committed.values(topic), identity);
  }

  /** The ledger, as soon as it holds every post, or once patience has ended. */
  Books ledger(Committed committed, Live live) throws InterruptedException {
    String topic = live.settings().outputs().ledger();
    long posts = posts(committed, live);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
    Books ledger = books(committed, topic, Books.LEDGER);
    while (total(ledger) < posts && System.nanoTime() < end) {
      Thread.sleep(1_000);
      ledger = books(committed, topic, Books.LEDGER);
    }
    return ledger;
  }

  private static long total(Books ledger) {
    return ledger.rows().values().stream()
        .map(Committed::parse)
        .filter(row -> row.path("input").asText().equals("posts"))
        .mapToLong(row -> row.path("count").asLong())
        .sum();
  }

  private static Finding once(Books ledger, long posts) {
    long counted = total(ledger);
    return new Finding(
        "posts",
        counted == posts && posts > 0,
        "%,d in the topic, %,d in the ledger: %,d lost, %,d twice"
            .formatted(posts, counted, Math.max(0, posts - counted), Math.max(0, counted - posts)));
  }

  private static Instant lastMinute(Books ledger) {
    return ledger.rows().values().stream()
        .map(Committed::parse)
        .filter(row -> row.path("input").asText().equals("posts"))
        .map(row -> Instant.parse(row.path("minute").asText()))
        .max(Instant::compareTo)
        .orElseThrow(() -> new IllegalStateException("the ledger is empty"));
  }
}
