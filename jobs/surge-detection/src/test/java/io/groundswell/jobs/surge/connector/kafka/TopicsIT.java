package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics and permissions on a broker where the job may do nothing but what it needs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TopicsIT {
  private static final String WHO = "User:groundswell";

  @TempDir Path folder;
  private SecuredBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = SecuredBroker.start(folder.resolve("broker"));
    write("admin.properties", SecuredBroker.credentials("admin"), "=", "");
    Files.writeString(
        folder.resolve("catalogue.yaml"),
        "products:\n  - {id: shop, name: Shop, aliases: [shop]}\n");
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void whatIsMissingIsCreatedAndWhatIsThereOnlyCompared() throws Exception {
    settings("contacts: [{topic: calls}]\nparallelism: 8\n");
    try (Admin admin = admin()) {
      NewTopic verdicts = new NewTopic("verdicts", 1, (short) 1);
      NewTopic leads = new NewTopic("lead-ledger", 1, (short) 1);
      NewTopic clock = new NewTopic("groundswell-clock", 2, (short) 1);
      leads.configs(Map.of("message.timestamp.type", "LogAppendTime"));
      verdicts.configs(
          Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "604800000"));
      clock.configs(Map.of("message.timestamp.type", "CreateTime"));
      admin.createTopics(List.of(verdicts, leads, clock)).all().get();

      Console refused = topics("--create");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.errLines())
          .singleElement()
          .asString()
          .startsWith(
              "kafka.security: %s does not let these credentials see whether there is a topic 'posts'"
                  .formatted(broker.address()));

      Console created = asAdmin("--create", "--partitions", "3", "--replication", "1");

      assertThat(created.code()).as(created.err()).isZero();
      assertThat(created.out().lines())
          .contains("Created posts.", "Created calls.", "Created incidents.")
          .noneMatch(line -> line.matches("Created (verdicts|lead-ledger|groundswell-clock).*"));
      assertThat(asAdmin("--create").out()).startsWith("Nothing was missing");
      Map<String, TopicDescription> there =
          admin.describeTopics(List.of("posts", "groundswell-clock")).allTopicNames().get();
      assertThat(there.get("posts").partitions()).hasSize(3);
      assertThat(there.get("groundswell-clock").partitions()).hasSize(2);
      assertThat(setting(admin, "posts", "retention.ms")).isEqualTo("604800000");
      assertThat(setting(admin, "counted-posts", "max.compaction.lag.ms")).isEqualTo("86400000");
      assertThat(setting(admin, "verdicts", "retention.ms")).isEqualTo("604800000");
    }
    assertThat(asAdmin().out().lines())
        .anyMatch(line -> line.matches("posts +read +3 +1 +delete +7d +on arrival +there"))
        .anyMatch(line -> line.matches("verdicts +read +1 +1 +broker's +for ever .* differs"))
        .contains(
            "verdicts: retention.ms 604800000, wanted -1",
            "groundswell-clock: 2 partitions, wanted 1",
            "groundswell-clock: message.timestamp.type CreateTime, wanted LogAppendTime",
            "lead-ledger: cleanup.policy delete, wanted compact",
            "posts: 3 partitions; 8 read in parallel")
        .noneMatch(line -> line.startsWith("incidents:") || line.contains("missing"));
  }

  @Test
  void aJobThatMayCreateItsTopicsIsToldSo() throws Exception {
    settings("");
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic("posts", 1, (short) 1))).all().get();
    }
    List<String> lines = asAdmin("--acls", WHO).out().lines().toList();
    assertThat(lines)
        .anyMatch(line -> line.endsWith("--operation Read --topic posts"))
        .anyMatch(line -> line.endsWith("--operation Write --operation Create --topic incidents"))
        .anyMatch(
            line ->
                line.startsWith(
                    "# Missing: verdicts, mutes, groundswell-control, groundswell-clock, inc"));

    broker.allow(SecuredBroker.allowedBy(lines));
    KafkaTopics.prepare(needs());

    assertThat(asAdmin().out()).doesNotContain("missing");
    assertThat(asAdmin("--acls", WHO).out()).doesNotContain("--operation Create", "'*'");
  }

  @Test
  void aJobThatMayDoWhatIsPrintedRunsAndWithOneLessItDoesNotStart() throws Exception {
    Instant shortlyBefore = Instant.parse("2026-03-03T23:00:00Z");
    List<String> posts =
        Scenario.outage(7).lines().stream()
            .filter(post -> LiveFeed.time(post).isAfter(shortlyBefore))
            .toList();
    try (LiveFeed feed = new LiveFeed(broker.open(), "live", 2)) {
      settings(ofFeed());
      List<AclBinding> printed =
          SecuredBroker.allowedBy(asAdmin("--acls", WHO).out().lines().toList());
      broker.allow(printed);
      feed.send(posts);
      feed.end();

      try (RunningJob job = run(feed)) {
        assertThat(feed.incidents(1)).first().asString().contains("\"status\":\"opened\"");
        Map<String, Long> ledger = feed.ledger(posts.size());
        assertThat(ledger.values().stream().mapToInt(Long::intValue).sum()).isEqualTo(posts.size());
        feed.awaitJoined();
        assertThat(job.end()).isNotDone();
      }

      for (AclBinding one : printed) {
        broker.allow(printed.stream().filter(other -> !other.equals(one)).toList());
        Console refused = groundswell("run");
        assertThat(refused.code()).as(one.toString()).isEqualTo(2);
        assertThat(refused.errLines())
            .filteredOn(line -> line.startsWith("kafka.security: "))
            .singleElement()
            .asString()
            .contains("does not allow these credentials to ")
            .contains(one.entry().operation().name().toLowerCase(Locale.ROOT) + " the ")
            .contains("'" + one.pattern().name())
            .endsWith("'groundswell topics --acls PRINCIPAL' says all that has to be allowed");
      }
    }
  }

  @Test
  void aBrokerThatIsNotThereIsOneLine() throws Exception {
    settings("");
    Path file = folder.resolve("groundswell.yaml");
    Files.writeString(file, Files.readString(file).replace(broker.address(), "127.0.0.1:1"));

    Console answer = topics();

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines())
        .filteredOn(line -> line.startsWith("kafka."))
        .containsExactly(
            "kafka.brokers: no broker answers at 127.0.0.1:1; start one, or mend the address");
  }

  /** The job as it is, but for the time, which stands still where the feed has left it. */
  private RunningJob run(LiveFeed feed) throws Exception {
    KafkaInput open = feed.input();
    KafkaInput input =
        new KafkaInput(
            broker.client("groundswell"),
            open.group(),
            open.posts(),
            open.contacts(),
            open.changes(),
            open.verdicts(),
            open.mutes(),
            open.control(),
            open.clock(),
            open.start(),
            open.lateness(),
            () -> 0);
    KafkaOutput output = new KafkaOutput(input.client(), "live", 900_000);
    KafkaTopics.prepare(LiveDetection.needs(input, output, feed.topics()));
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    new LiveDetection(Rules.of(Runs.CATALOGUE, Policy.defaults()), input, output, feed.topics())
        .add(env);
    return RunningJob.start(env, "live");
  }

  /** Settings that name the topics of a feed. */
  private static String ofFeed() {
    return """
        posts: [{topic: live}]
        contacts: [{topic: live-contacts}]
        changes: [{topic: live-changes}]
        answers: {verdicts: live-verdicts, mutes: live-mutes}
        control: {topic: live-control}
        clock: {topic: live-clock}
        job: {name: live}
        outputs:
        """
        + Arrays.stream(
                ("incidents volumes contact-volumes dead-letters late ledger lead-ledger"
                        + " counted-posts counted-inputs")
                    .split(" ", -1))
            .map(name -> "  %s: live-%s\n".formatted(name.replace('-', '_'), name))
            .collect(Collectors.joining());
  }

  private Needs needs() {
    KafkaInput input =
        new KafkaInput(
            broker.client("groundswell"),
            "groundswell",
            List.of("posts"),
            List.of(),
            List.of(),
            List.of("verdicts"),
            List.of("mutes"),
            "groundswell-control",
            "groundswell-clock",
            StartAt.LATEST,
            0,
            () -> 0);
    KafkaOutput output = new KafkaOutput(input.client(), "groundswell", 900_000);
    return LiveDetection.needs(input, output, LiveDetection.OutputTopics.behind(""));
  }

  private void settings(String more) throws Exception {
    write("groundswell.yaml", SecuredBroker.credentials("groundswell"), ": ", "'");
    Path file = folder.resolve("groundswell.yaml");
    String security =
        Files.readAllLines(file).stream()
            .map(line -> "    " + line + "\n")
            .collect(Collectors.joining());
    Files.writeString(
        file,
        "kafka:\n  brokers: '%s'\n  security:\n%scatalogue: catalogue.yaml\n%s"
            .formatted(broker.address(), security, more));
  }

  private void write(String name, Map<String, String> settings, String is, String quote)
      throws Exception {
    List<String> lines = new ArrayList<>();
    settings.forEach((key, value) -> lines.add(key + is + quote + value + quote));
    Files.write(folder.resolve(name), lines);
  }

  private Console asAdmin(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--command-config", folder.resolve("admin.properties").toString()));
    return topics(all.toArray(String[]::new));
  }

  private Console topics(String... options) {
    List<String> all = new ArrayList<>(List.of("topics"));
    all.addAll(List.of(options));
    return groundswell(all.toArray(String[]::new));
  }

  private Console groundswell(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", folder.resolve("groundswell.yaml").toString()));
    return Console.run(all.toArray(String[]::new));
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", (Object) broker.open()));
  }

  private static String setting(Admin admin, String topic, String key) throws Exception {
    ConfigResource of = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(Set.of(of)).all().get().get(of).get(key).value();
  }
}
