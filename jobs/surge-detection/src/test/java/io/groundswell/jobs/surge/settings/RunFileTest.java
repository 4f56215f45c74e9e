package io.groundswell.jobs.surge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.ChangeTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.Clock;
import io.groundswell.jobs.surge.settings.RunSettings.ContactTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Control;
import io.groundswell.jobs.surge.settings.RunSettings.DraftWords;
import io.groundswell.jobs.surge.settings.RunSettings.Job;
import io.groundswell.jobs.surge.settings.RunSettings.Kafka;
import io.groundswell.jobs.surge.settings.RunSettings.Pages;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import io.groundswell.jobs.surge.settings.RunSettings.Privacy;
import io.groundswell.jobs.surge.settings.RunSettings.Start;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
  private static final String CATALOGUE = "catalogue: catalogue.yaml";

  @TempDir Path path;
  private SettingsFolder folder;

  @BeforeEach
  void open() {
    folder = new SettingsFolder(path);
    folder.catalogue(RunFile.catalogueTemplate());
  }

  @Test
  void readsEveryKey() {
    folder.policy("bucket: 5m");
    RunSettings settings =
        read(
            "kafka: {brokers: 'one:9092, [::1]:9093', security: {security.protocol: SSL}}",
            "posts: [{topic: x}, {topic: forum.posts, format: post}]",
            "contacts: [{topic: calls}]",
            "changes: [{topic: deploys}, {topic: flags}]",
            "answers: {verdicts: said, mutes: hushed}",
            "control: {topic: ruled}",
            "clock: {topic: time}",
            "start: earliest",
            "outputs: {incidents: i, volumes: v, contact_volumes: c, dead_letters: d, late: l, ledger: b, lead_ledger: a, counted_posts: p, counted_inputs: q}",
            CATALOGUE,
            "policy: policy.yaml",
            "patterns: policy.yaml",
            "weights: policy.yaml",
            "pages: {folder: shown, url: 'http://ops/'}",
            "notify: policy.yaml",
            "history: policy.yaml",
            "drafts: {templates: words, language: de}",
            "privacy: {author_key: '" + "0a".repeat(32) + "'}",
            "state: {backend: hashmap, folder: s3://bucket/ours, incremental: false}",
            "checkpoints: {every: 1s, timeout: 1m, tolerate_failures: 0, transaction_timeout: 1m}",
            "job: {name: team-2}",
            "ports: {metrics: 9249, health: 8086}",
            "parallelism: 128");

    assertThat(settings)
        .isEqualTo(
            new RunSettings(
                new Kafka("one:9092,[::1]:9093", Map.of("security.protocol", "SSL")),
                List.of(new PostTopic("x", Format.POST), new PostTopic("forum.posts", Format.POST)),
                List.of(new ContactTopic("calls")),
                List.of(new ChangeTopic("deploys"), new ChangeTopic("flags")),
                new AnswerTopics("said", "hushed"),
                new Control("ruled"),
                new Clock("time"),
                new Start(Start.Place.EARLIEST, 0),
                new Outputs("i", "v", "c", "d", "l", "b", "a", "p", "q"),
                path.resolve("catalogue.yaml").toString(),
                path.resolve("policy.yaml").toString(),
                path.resolve("policy.yaml").toString(),
                path.resolve("policy.yaml").toString(),
                new Pages(path.resolve("shown").toString(), "http://ops/"),
                path.resolve("policy.yaml").toString(),
                path.resolve("policy.yaml").toString(),
                new DraftWords(path.resolve("words").toString(), "de"),
                new Privacy("0a".repeat(32)),
                new State(Backend.HASHMAP, "s3://bucket/ours", false),
                new Checkpoints(
                    Duration.ofSeconds(1), Duration.ofMinutes(1), 0, Duration.ofMinutes(1)),
                new Job("team-2"),
                new Ports(9249, 8086),
                128));
  }

  @Test
  void whatIsNotSaidHasTheDocumentedDefault() {
    assertThat(read(CATALOGUE))
        .isEqualTo(
            new RunSettings(
                new Kafka("localhost:9092", Map.of()),
                List.of(new PostTopic("posts", Format.POST)),
                List.of(),
                List.of(),
                new AnswerTopics("verdicts", "mutes"),
                new Control("groundswell-control"),
                new Clock("groundswell-clock"),
                new Start(Start.Place.LATEST, 0),
                new Outputs(
                    "incidents",
                    "volumes",
                    "contact-volumes",
                    "dead-letters",
                    "late",
                    "ledger",
                    "lead-ledger",
                    "counted-posts",
                    "counted-inputs"),
                path.resolve("catalogue.yaml").toString(),
                null,
                null,
                null,
                new Pages(null, null),
                null,
                null,
                new DraftWords(null, "en"),
                new Privacy("none"),
                new State(Backend.ROCKSDB, path.resolve("groundswell-state").toString(), true),
                new Checkpoints(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    1_000_000,
                    Duration.ofMinutes(15)),
                new Job("groundswell"),
                new Ports(0, 0),
                0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoints: {every: 10m, timeout: 15m}",
        "checkpoints: {transaction_timeout: 15m}",
        "checkpoints: {tolerate_failures: 2147483647}",
        "parallelism: 1",
        "posts: [{topic: a_b.c-D}]",
        "start: LATEST",
        "start: committed",
        "start: 2026-03-02T12:00:00+01:00",
      })
  void takesTheEndsOfEachRange(String line) {
    assertThat(read(CATALOGUE, line).posts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kafk: {} | unknown key 'kafk'; did you mean 'kafka'?",
        "kafka: {broker: a:1} | unknown key 'broker'; did you mean 'brokers'?",
        "outputs: {incident: a} | unknown key 'incident'; did you mean 'incidents'?",
        "state: {colour: red} | unknown key 'colour'; known are backend, folder, incremental",
        "contacts: [{topik: a}] | unknown key 'topik'; did you mean 'topic'?",
        "posts: [{topik: a}] | unknown key 'topik'; did you mean 'topic'?",
      })
  void namesTheUnknownKeyItsLineAndTheNearestKnownOne(String line, String error) {
    assertThat(error(CATALOGUE, line)).isEqualTo("groundswell.yaml:2: " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kafka: a:1 | 'kafka' cannot be read; use keys with values, such as 'key: value'",
        "posts: posts | 'posts' cannot be read; use a list such as [one, two]",
        "posts: [{format: post}] | 'topic' is missing; add it",
        "posts: [{topic: a, format: tweet}] | 'format' is 'tweet'; use one of post, x, bluesky, mastodon, reddit",
        "posts: [{topic: a, format: blusky}] | 'format' is 'blusky'; did you mean 'bluesky'? Else use one of post, x, bluesky, mastodon, reddit",
        "start: first | start is 'first'; use earliest, latest, committed or a time such as 2026-03-02T12:00:00Z",
        "state: {backend: heap} | 'backend' is 'heap'; use one of rocksdb, hashmap",
        "state: {incremental: 'no'} | 'incremental' is 'no'; use true or false",
        "state: {incremental: [a]} | 'incremental' cannot be read; use true or false",
        "checkpoints: {every: 10} | 'every' is '10'; use a duration such as 15s, 30m, 1h or 2d",
        "parallelism: all | 'parallelism' is 'all'; use a whole number",
        "parallelism: 1.5 | 'parallelism' is '1.5'; use a whole number",
        "parallelism: | 'parallelism' has an empty value; write one, or remove it",
      })
  void refusesValuesOfAnotherType(String line, String error) {
    assertThat(error(CATALOGUE, line)).isEqualTo("groundswell.yaml:2: " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "posts: [] | posts is empty; list at least one, such as {topic: posts}",
        "checkpoints: {every: 0s} | every is 0s; use 1s to 10m",
        "checkpoints: {every: 90m} | every is 90m; use 1s to 10m",
        "checkpoints: {timeout: 1h} | timeout is 1h; use 1s to 15m",
        "checkpoints: {tolerate_failures: -1} | tolerate_failures is -1; use 0 or more",
        "checkpoints: {transaction_timeout: 59s} | transaction_timeout is 59s; use 1m to 15m",
        "job: {name: Ours} | name is 'Ours'; use lower-case letters, digits and hyphens",
        "privacy: {author_key: hush} | author_key is no key; use 64 hexadecimal digits, or none",
        "pages: {folder: a, url: ops} | url is 'ops'; use an address such as https://ops.example/incidents",
        "pages: {folder: a, url: 'javascript:x'} | url is 'javascript:x'; use an address such as https://ops.example/incidents",
        "pages: {url: 'https://ops'} | url is given, but no page is written; add folder beside it",
        "pages: {folder: 's3://a/b'} | 'folder' is an address, s3://a/b; name a folder of this machine",
        "pages: {folder: catalogue.yaml} | 'folder' names a file, catalogue.yaml; name a folder",
        "ports: {metrics: 65534} | metrics is 65534; use 1 to 65533, or 0 for none",
        "ports: {health: -1} | health is -1; use 1 to 65535, or 0 for none",
        "ports: {metrics: 9249, health: 9251} | health is a port of metrics, 9249 to 9251; use another",
        "parallelism: 129 | parallelism is 129; use 1 to 128, or 0 for all cores",
        "parallelism: -1 | parallelism is -1; use 1 to 128, or 0 for all cores",
      })
  void refusesValuesOutOfRange(String line, String error) {
    assertThat(error(CATALOGUE, line)).isEqualTo("groundswell.yaml:2: " + error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "kafka://a:1", "a:0", "a:65536", "a:1,", "a:1;b:2"})
  void refusesBrokersWithoutHostAndPort(String brokers) {
    assertThat(error(CATALOGUE, "kafka: {brokers: '" + brokers + "'}"))
        .isEqualTo(
            "groundswell.yaml:2: brokers is '%s'; use host:port such as localhost:9092, several"
                    .formatted(brokers)
                + " separated by commas");
  }

  @Test
  void refusesTransactionsThatTheBrokerOrTheNextCheckpointWouldEnd() {
    assertThat(error(CATALOGUE, "checkpoints:", "  transaction_timeout: 1h"))
        .isEqualTo(
            "groundswell.yaml:3: transaction_timeout is 1h, but brokers refuse more than 15m;"
                + " use 1m to 15m");
    assertThat(error(CATALOGUE, "checkpoints: {every: 5m, transaction_timeout: 5m}"))
        .isEqualTo(
            "groundswell.yaml:2: transaction_timeout is 5m, which ends before the checkpoint that"
                + " commits it; use more than every, 5m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "..", "a/b", "caf\u00E9"})
  void refusesNamesThatNoTopicMayHave(String topic) {
    assertThat(error(CATALOGUE, "posts:", "  - topic: '" + topic + "'"))
        .isEqualTo(
            "groundswell.yaml:3: topic is '%s'; use up to 249 letters, digits, dots, hyphens and"
                    .formatted(topic)
                + " underscores");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "posts: [{topic: a}, {topic: a}] | 'a' is given to posts and to posts",
        "contacts: [{topic: posts}] | 'posts' is given to posts and to contacts",
        "changes: [{topic: posts}] | 'posts' is given to posts and to changes",
        "posts: [{topic: late}] | 'late' is given to posts and to late",
        "clock: {topic: posts} | 'posts' is given to posts and to clock",
        "outputs: {volumes: incidents} | 'incidents' is given to incidents and to volumes",
        "outputs: {late: groundswell-clock} | 'groundswell-clock' is given to clock and to late",
        "outputs: {dead_letters: posts} | 'posts' is given to posts and to dead_letters",
        "outputs: {counted_posts: posts} | 'posts' is given to posts and to counted_posts",
      })
  void refusesOneTopicForTwoTasks(String line, String error) {
    assertThat(error(CATALOGUE, line))
        .isEqualTo("groundswell.yaml:2: topic " + error + "; give each a topic of its own");
  }

  @Test
  void theTopicOfTwoTasksIsToldWhereItIsWritten() {
    assertThat(error(CATALOGUE, "outputs:", "  incidents: x", "posts:", "  - topic: late"))
        .startsWith("groundswell.yaml:5: topic 'late' is given to posts and to late;");
  }

  @Test
  void aCatalogueIsNeeded() {
    assertThat(error("start: latest"))
        .isEqualTo("groundswell.yaml:1: 'catalogue' is missing; add it");
    assertThat(error("# start: latest"))
        .isEqualTo("groundswell.yaml: the file is empty; let 'run --init' write one");
  }

  @Test
  void filesThatAreNotThereAreToldAtTheirKey() {
    assertThat(error("start: latest", "catalogue: catalog.yaml"))
        .isEqualTo(
            "groundswell.yaml:2: 'catalogue' names a file that is not there, catalog.yaml;"
                + " check the path");
    assertThat(error(CATALOGUE, "policy: ours/policy.yaml"))
        .isEqualTo(
            "groundswell.yaml:2: 'policy' names a file that is not there, ours/policy.yaml;"
                + " check the path");
    assertThat(error("catalogue: /"))
        .isEqualTo("groundswell.yaml:1: 'catalogue' names a folder, /; name a file in it");
    assertThat(error("catalogue: \"a\\0b\""))
        .isEqualTo(
            "groundswell.yaml:1: 'catalogue' is no path; write a path such as conf/name.yaml");
  }

  @Test
  void relativePathsBeginAtTheFolderOfTheFile() {
    Path here = Path.of("").toAbsolutePath().relativize(path);
    RunSettings settings = read(CATALOGUE, "state: {folder: ../state}");

    assertThat(settings.catalogue()).isEqualTo(path.resolve("catalogue.yaml").toString());
    assertThat(settings.state().folder()).isEqualTo(path.resolve("../state").toString());
    assertThat(Path.of(RunFile.read(here.resolve("groundswell.yaml")).catalogue()))
        .isAbsolute()
        .hasSameBinaryContentAs(path.resolve("catalogue.yaml"));
  }

  @Test
  void absolutePathsAndUrisStayAsTheyAre() {
    String catalogue = path.resolve("catalogue.yaml").toString();
    RunSettings settings = read("catalogue: " + catalogue, "state: {folder: file:///ours}");

    assertThat(settings.catalogue()).isEqualTo(catalogue);
    assertThat(settings.state().folder()).isEqualTo("file:///ours");
    assertThat(read(CATALOGUE, "state: {folder: /ours}").state().folder()).isEqualTo("/ours");
  }

  @Test
  void travelsToOtherMachines() throws IOException, ClassNotFoundException {
    RunSettings settings = read(CATALOGUE, "kafka: {security: {sasl.mechanism: PLAIN}}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settings);
    }

    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(settings);
    }
  }

  private RunSettings read(String... lines) {
    return folder.run(Map.of(), lines);
  }

  private String error(String... lines) {
    return folder.runError(Map.of(), lines);
  }
}
