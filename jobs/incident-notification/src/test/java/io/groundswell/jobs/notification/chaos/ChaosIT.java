package io.groundswell.jobs.notification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job in a process of its own, which is killed three times while it delivers and three calls in
 * ten fail. {@code -Dgroundswell.updates} and {@code -Dgroundswell.seed} change the story.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ChaosIT {
  private static final int UPDATES = Integer.getInteger("groundswell.updates", 10_000);
  private static final long SEED = Long.getLong("groundswell.seed", 9);
  private static final int KILLS = 3;
  private static final int INCIDENTS = 100;

  @TempDir Path folder;
  private final Company company = new Company(SEED);
  private final Random random = new Random(SEED + 1);
  private final Map<String, Integer> last = new TreeMap<>();
  private final Set<String> over = new TreeSet<>();
  private Command command;
  private LocalBroker broker;
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void start() throws Exception {
    command = new Command(folder);
    broker = LocalBroker.start(folder.resolve("broker"));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address()),
            new StringSerializer(),
            new StringSerializer());
    Files.writeString(
        folder.resolve("notify.yaml"),
        """
        kafka: {brokers: "%s"}
        allowed_hosts: [127.0.0.1]
        destinations:
          pager: {type: pagerduty, routing_key: "${KEY}", address: "%s", per_minute: 0}
          hook: {type: webhook, signing_key: "${KEY}", address: "%s", per_minute: 0}
          chat: {type: slack, token: "${KEY}", channel: C1, address: "%s", per_minute: 0}
          alerts: {type: alertmanager, address: "%s", per_minute: 0}
          mail: {type: email, host: 127.0.0.1, port: %d, encryption: none, per_minute: 0,
                 from: groundswell@company.example, to: [ops@company.example]}
        default: {to: [pager, hook, chat, alerts, mail]}
        """
            .formatted(
                broker.address(),
                company.pager.address(),
                company.hook.address(),
                company.chat.address(),
                company.alertmanager.address(),
                company.mail.port()));
  }

  @AfterEach
  void stop() throws Exception {
    command.close();
    producer.close();
    broker.close();
    company.close();
  }

  @Test
  void everyIncidentEndsRightEverywhereAndNobodyIsToldTwice() throws Exception {
    Process job = command.start("notify", "notify.yaml");
    while (!command.said().contains("Reading 'incidents'")) {
      Thread.sleep(100); // From then on nothing is missed, whatever happens to the process.
    }
    for (int phase = 0; phase <= KILLS; phase++) {
      send(UPDATES / (KILLS + 1), phase == KILLS);
      if (phase < KILLS) {
        Thread.sleep(random.nextInt(3_000));
        job.destroyForcibly().waitFor();
        job = command.start("notify", "notify.yaml");
      }
    }
    while (!company.haveAll(last, over) || !company.openAlerts.equals(open())) {
      assertThat(job.isAlive()).as(command.said()).isTrue();
      Thread.sleep(500);
    }

    synchronized (company) {
      assertThat(company.disorder).isEmpty();
      assertThat(company.alerts.values()).as("one alert an incident").containsOnly(1);
      company.events.values().forEach(told -> assertThat(told).isSorted().doesNotHaveDuplicates());
      assertThat(company.labelSets)
          .as("one alert an incident")
          .hasSameSizeAs(company.ends.keySet());
      company.messages.values().forEach(told -> assertThat(told).isSorted());
      System.out.printf(
          "%,d updates, %d kills: %,d calls; %d messages came twice in the chat, %d mails%n",
          last.values().stream().mapToInt(Integer::intValue).sum(),
          KILLS,
          company.pager.asked().size() + company.hook.asked().size() + company.chat.asked().size(),
          company.repeats(),
          company.mailsTwice());
      assertThat(company.mailsTwice()).isLessThanOrEqualTo(KILLS);
      assertThat(company.repeats()).isLessThanOrEqualTo(KILLS);
    }
  }

  private Set<String> open() {
    Set<String> open = new TreeSet<>(last.keySet());
    open.removeAll(over);
    return open;
  }

  /** Updates of all incidents, mixed; with the last ones four in five are over. */
  private void send(int count, boolean ends) throws Exception {
    for (int i = 0; i < count; i++) {
      String incident = "p" + random.nextInt(INCIDENTS);
      int sequence = last.merge(incident, 1, Integer::sum);
      update(incident, sequence, sequence == 1 ? "opened" : "updated");
      if (i % 50 == 0) {
        Thread.sleep(40);
      }
    }
    for (String incident : ends ? List.copyOf(last.keySet()) : List.<String>of()) {
      if (random.nextInt(5) > 0) {
        over.add(incident);
        update(incident, last.merge(incident, 1, Integer::sum), "resolved");
      }
    }
    producer.flush();
  }

  private void update(String incident, int sequence, String status) {
    String title = incident + ", Checkout: update " + sequence + " of many";
    String json = Updates.of(incident, sequence, status, "SEV2").with("title", title).json();
    var unused = producer.send(new ProducerRecord<>("incidents", incident, json));
  }
}
