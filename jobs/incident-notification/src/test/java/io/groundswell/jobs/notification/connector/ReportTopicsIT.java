package io.groundswell.jobs.notification.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.report.Given;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command over topics of a real broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReportTopicsIT {
  private static final Map<ReportInput, String> TOPICS =
      Map.of(
          ReportInput.INCIDENTS, "incidents",
          ReportInput.DELIVERIES, "deliveries",
          ReportInput.VERDICTS, "answers-of-people",
          ReportInput.MUTES, "mutes",
          ReportInput.LEADS, "lead-ledger",
          ReportInput.LEDGER, "ledger");

  private static LocalBroker broker;

  @TempDir static Path folder;
  @TempDir Path files;

  @BeforeAll
  static void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    Map<String, String> client = Map.of("bootstrap.servers", broker.address());
    KafkaTopics.prepare(
        client, TOPICS.values().stream().map(name -> WantedTopic.output(name, name)).toList());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address(), "transactional.id", "main-job"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (Map.Entry<ReportInput, String> topic : TOPICS.entrySet()) {
        for (String line : Files.readAllLines(Given.file(topic.getKey()))) {
          send(producer, topic.getValue(), line);
        }
      }
      send(producer, "incidents", "no JSON at all");
      producer.commitTransaction();
      // What a job has written and not committed when it is cut down was never so.
      producer.beginTransaction();
      String row =
          Files.readAllLines(Given.file(ReportInput.LEDGER)).get(0).replace("700", "700000");
      send(producer, "ledger", row);
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static void send(KafkaProducer<String, String> producer, String topic, String value) {
    var unused = producer.send(new ProducerRecord<>(topic, "one key", value));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void saysOfTopicsWhatItSaysOfFiles() throws IOException {
    settings(broker.address(), "incidents");

    Console topics = report("--summary", Given.file("summary.json").toString());

    assertThat(topics.code()).as(topics.err()).isZero();
    assertThat(topics.out())
        .contains(
            "6 incidents (team-pay 3, team-mobile 2, nobody 1); 4 paged somebody, 5 pages in all.")
        .contains("1 real, 1 false, 1 duplicate")
        .contains("All that there is to read was read.")
        .contains("Passed over in 'incidents', since it cannot be read: 1 of its records.");
    assertThat(topics.out().replaceAll("Passed over.*\n", "")).isEqualTo(ofFiles());
    assertThat(files.resolve("week").resolve("report.html")).exists();
  }

  private String ofFiles() {
    List<String> arguments = new ArrayList<>(List.of("report", "--force"));
    TOPICS.keySet().stream()
        .map(input -> "--" + input.name().toLowerCase(Locale.ROOT) + "=" + Given.file(input))
        .forEach(arguments::add);
    arguments.add("--summary=" + Given.file("summary.json"));
    arguments.add("--out=" + files.resolve("week"));
    return Console.run(arguments.toArray(new String[0])).out();
  }

  @Test
  void saysInOneLineThatTheTopicOfIncidentsIsMissing() throws IOException {
    settings(broker.address(), "incidence");

    Console console = report();

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.errLines())
        .containsExactly(
            "topics.incidents: there is no topic 'incidence' on the broker; mend its name");
  }

  @Test
  void saysInOneLineThatNoBrokerAnswers() throws IOException {
    settings("127.0.0.1:1", "incidents");

    Console console = report();

    assertThat(console.code()).isEqualTo(2);
    assertThat(console.errLines())
        .singleElement()
        .asString()
        .contains("no broker answers at 127.0.0.1:1");
  }

  /** Secrets of destinations are not needed here, and are nowhere. */
  private void settings(String brokers, String incidents) throws IOException {
    Files.writeString(
        files.resolve("notify.yaml"),
        """
        kafka: {brokers: '%s'}
        topics: {incidents: %s}
        report: {verdicts: answers-of-people}
        destinations:
          pager: {type: pagerduty, routing_key: '${NOT_KNOWN_HERE}'}
        default: {to: [pager]}
        """
            .formatted(brokers, incidents));
  }

  private Console report(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "report",
                "--config",
                files.resolve("notify.yaml").toString(),
                "--out",
                files.resolve("week").toString()));
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(new String[0]));
  }
}
