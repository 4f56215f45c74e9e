package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.connector.JobTopics;
import io.groundswell.jobs.notification.connector.KafkaJournal;
import io.groundswell.jobs.notification.connector.Requests;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.settings.NotifyFile;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.cli.Placeholders;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The second job: incidents to the people who have to know. */
@Command(
    name = "notify",
    description = {
      "Brings incidents to pagers, chats, mailboxes and other tools, keeps them current there, and"
          + " closes them.",
      "With --config alone it reads the topic of incidents and delivers until it is stopped."
    },
    footer = {
      "",
      "Examples:",
      "  groundswell notify --init                       writes notify.yaml",
      "  groundswell notify --config notify.yaml --test  tries every route",
      "  groundswell notify --config notify.yaml         delivers",
      "  groundswell notify --config notify.yaml --dry-run \\",
      "    --incidents report/incidents.ndjson           shows what would be sent"
    })
final class NotifyCommand implements Callable<Integer> {
  /** Longer than Alertmanager gathers what belongs together, by default. */
  private static final int TEST_SECONDS = 60;

  @Option(names = "--config", paramLabel = "FILE", description = "Settings (YAML).")
  private Path config;

  @Option(names = "--init", description = "Write a commented notify.yaml here.")
  private boolean init;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "With --dry-run: updates of incidents, as 'detect' writes them.")
  private Path incidents;

  @Option(
      names = "--dry-run",
      description = "Show what would be sent, verbatim and to whom; send nothing.")
  private boolean dryRun;

  @ArgGroup private Instead instead;

  /** What is done instead of delivering. */
  private static final class Instead {
    @Option(
        names = "--test",
        paramLabel = "ROUTE",
        arity = "0..1",
        fallbackValue = "all",
        description = "Send a page that is marked as a test through a route, or through all.")
    private String test;

    @Option(
        names = "--answers",
        description = "Only listen for answers, as 'answers' in the settings says.")
    private boolean answers;

    @Option(names = "--undelivered", description = "List what could not be delivered, and why.")
    private boolean undelivered;

    @Option(
        names = "--redeliver",
        paramLabel = "INCIDENT",
        description = "Have the running job try again, for one incident or for 'all'.")
    private String redeliver;
  }

  @Override
  public Integer call() throws Exception {
    if (init) {
      LocalFiles.create(Path.of("notify.yaml"), NotifyFile.template());
      System.out.println("Wrote notify.yaml. Put in where your notices go, then:");
      System.out.println("  groundswell notify --config notify.yaml --test");
      return 0;
    }
    if (config == null) {
      throw new UsageError("--config is missing; let 'notify --init' write a file for it");
    }
    if (dryRun != (incidents != null)) {
      throw new UsageError("--dry-run and --incidents belong together; give both");
    }
    return incidents == null && instead == null ? deliver() : withoutTheJob();
  }

  private int deliver() throws Exception {
    try (Notifying job = Notifying.start(config)) {
      job.await();
    }
    return 0;
  }

  private int withoutTheJob() throws Exception {
    String text = NotifyFile.text(config);
    try (Web web = new Web();
        NotifySettings settings = NotifyFile.read(config, text, environment(), web)) {
      return dryRun ? dryRun(settings) : other(settings);
    }
  }

  private Map<String, String> environment() {
    return dryRun ? new Placeholders(System.getenv()) : System.getenv();
  }

  private int dryRun(NotifySettings settings) throws Exception {
    new DryRun(settings, System.out).run(incidents);
    return 0;
  }

  private int other(NotifySettings settings) throws Exception {
    if (instead.test != null) {
      return new TestPages(settings, System.out).send(instead.test, TEST_SECONDS) ? 0 : 1;
    }
    if (instead.answers) {
      Listening.start(settings.answers(), settings.kafka()).await();
      return 0;
    }
    NotifySettings.Topics topics = settings.topics();
    if (instead.undelivered) {
      KafkaTopics.prepare(settings.kafka(), List.of(JobTopics.deliveries(topics, Use.READ)));
      undelivered(settings);
    } else {
      KafkaTopics.prepare(settings.kafka(), List.of(JobTopics.requests(topics, Use.WRITTEN)));
      Requests.redeliver(settings.kafka(), topics.requests(), instead.redeliver);
      System.out.println("Asked the running job to try again: " + instead.redeliver);
    }
    return 0;
  }

  private static void undelivered(NotifySettings settings) {
    List<Entry> entries =
        KafkaJournal.read(settings.kafka(), settings.topics().deliveries()).stream()
            .filter(entry -> entry.outcome() != Entry.Outcome.DELIVERED)
            .filter(entry -> entry.outcome() != Entry.Outcome.HELD) // Its mute's end tells it.
            .toList();
    for (Entry entry : entries) {
      System.out.printf(
          "%s  %-8s  %s#%d  %s%n",
          entry.destination(),
          entry.outcome().label(),
          entry.incidentId(),
          entry.sequence(),
          entry.reason());
    }
    System.out.println(
        entries.isEmpty()
            ? "Everything has been delivered."
            : "Try again with: groundswell notify --config FILE --redeliver all");
  }
}
