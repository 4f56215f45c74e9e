package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.kafka.ClientFile;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic.Presence;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.TopicLook;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which topics there have to be, and what the jobs have to be allowed. */
@Command(
    name = "topics",
    description = {
      "Lists the topics that settings name, how each is to be, and what differs on the broker;"
          + " creates those that are missing; says what the jobs have to be allowed.",
      "What is there is never changed."
    },
    footer = {
      "",
      "'run' and 'notify' create what they write themselves, where they may, and the same as",
      "--create does. For brokers where they may not: create the topics once, then allow the",
      "jobs no more than --acls prints. Whoever uses 'mute' and 'verdict' writes to their topics.",
      "",
      "Examples:",
      "  groundswell topics --config groundswell.yaml",
      "  groundswell topics --config groundswell.yaml --offline",
      "  groundswell topics --config groundswell.yaml --create --replication 3 \\",
      "      --command-config admin.properties",
      "  groundswell topics --config groundswell.yaml --acls User:groundswell",
      "  groundswell topics --notify notify.yaml --acls User:notifier"
    })
final class TopicsCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings of 'run' (YAML); jobs in its process are listed with it.")
  private Path config;

  @Option(
      names = "--notify",
      paramLabel = "FILE",
      description = "Settings of 'notify' (YAML), where it runs by itself.")
  private Path notify;

  @Option(names = "--offline", description = "Ask no broker: only say how the topics are to be.")
  private boolean offline;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of inputs that are created (posts, contacts, changes); default 4.")
  private int partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of topics that are created; default the broker's own number.")
  private Short replication;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description =
          "Credentials of whoever asks, as Kafka's own tools take them; default those of the job.")
  private Path admin;

  @ArgGroup private Instead instead;

  /** What is done instead of listing them. */
  private static final class Instead {
    @Option(names = "--create", description = "Create the topics that are missing.")
    private boolean create;

    @Option(
        names = "--acls",
        paramLabel = "PRINCIPAL",
        description = "Print lines for kafka-acls.sh: the least that the jobs have to be allowed.")
    private String principal;
  }

  @Override
  public Integer call() throws IOException {
    check();
    NeededAtBrokers needed = NeededAtBrokers.of(config, notify, environment());
    List<WantedTopic> wanted =
        Needs.topics(needed.jobs()).stream().map(topic -> topic.partitioned(partitions)).toList();
    Map<String, String> client = client(needed);
    if (instead != null && instead.create) {
      create(KafkaTopics.create(client, wanted, Optional.ofNullable(replication)));
      return 0;
    }
    List<FoundTopic> found =
        offline
            ? wanted.stream().map(topic -> FoundTopic.only(topic, Presence.UNKNOWN)).toList()
            : TopicLook.at(client, wanted);
    TopicTable table = new TopicTable(found, needed.parallelism());
    List<String> lines =
        instead == null ? table.lines() : table.aclLines(needed.jobs(), instead.principal);
    lines.forEach(System.out::println);
    return 0;
  }

  private void check() {
    if (config == null && notify == null) {
      throw new UsageError("give --config groundswell.yaml, --notify notify.yaml, or both");
    }
    if (offline && instead != null && instead.create) {
      throw new UsageError("--create asks the broker; leave --offline away");
    }
    if (partitions < 1) {
      throw new UsageError("--partitions is %d; use 1 or more".formatted(partitions));
    }
    if (replication != null && replication < 1) {
      throw new UsageError("--replication is %d; use 1 or more".formatted(replication));
    }
    if (instead != null && !instead.create && !instead.principal.matches("\\w+:.+")) {
      throw new UsageError(
          "--acls is '%s'; name who runs the job, as in User:groundswell"
              .formatted(instead.principal));
    }
  }

  /** Where the job's own credentials are not used, they need not be there. */
  private Map<String, String> environment() {
    return offline || admin != null ? new Placeholders(System.getenv()) : System.getenv();
  }

  private Map<String, String> client(NeededAtBrokers needed) throws IOException {
    if (admin == null) {
      return needed.client();
    }
    Map<String, String> client = new HashMap<>();
    client.put("bootstrap.servers", needed.client().get("bootstrap.servers"));
    client.putAll(ClientFile.read("--command-config", admin));
    return client;
  }

  private static void create(List<WantedTopic> created) {
    created.forEach(topic -> System.out.println("Created " + topic.name() + "."));
    System.out.println(
        created.isEmpty()
            ? "Nothing was missing; 'groundswell topics' without --create says what differs."
            : "What was there already is as it was; 'groundswell topics' without --create says what differs.");
  }
}
