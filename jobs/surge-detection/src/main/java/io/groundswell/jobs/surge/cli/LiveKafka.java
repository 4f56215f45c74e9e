package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.settings.Outputs;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.ChangeTopic;
import io.groundswell.jobs.surge.settings.RunSettings.ContactTopic;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Kafka of the main job, as its settings say. */
final class LiveKafka {
  private LiveKafka() {}

  /** Kafka's own client settings. */
  static Map<String, String> client(RunSettings settings) {
    Map<String, String> client = new HashMap<>(settings.kafka().security());
    client.put("bootstrap.servers", settings.kafka().brokers());
    return client;
  }

  /**
   * What is read.
   *
   * @param lateness a bucket closes this long after its end, milliseconds
   */
  static KafkaInput input(RunSettings settings, long lateness) {
    return new KafkaInput(
        client(settings),
        settings.job().name(),
        settings.posts().stream().map(PostTopic::topic).toList(),
        settings.contacts().stream().map(ContactTopic::topic).toList(),
        settings.changes().stream().map(ChangeTopic::topic).toList(),
        List.of(settings.answers().verdicts()),
        List.of(settings.answers().mutes()),
        settings.control().topic(),
        settings.clock().topic(),
        new StartAt(
            StartAt.Place.valueOf(settings.start().place().name()), settings.start().time()),
        lateness,
        System::currentTimeMillis);
  }

  /** How it is written. */
  static KafkaOutput output(RunSettings settings) {
    return new KafkaOutput(
        client(settings),
        settings.job().name(),
        settings.checkpoints().transactionTimeout().toMillis());
  }

  /** Where it is written. */
  static OutputTopics topics(RunSettings settings) {
    Outputs outputs = settings.outputs();
    return new OutputTopics(
        outputs.incidents(),
        outputs.volumes(),
        outputs.contactVolumes(),
        outputs.deadLetters(),
        outputs.late(),
        outputs.ledger(),
        outputs.leadLedger(),
        outputs.countedPosts(),
        outputs.countedInputs());
  }

  /** What the job needs at the brokers. */
  static Needs needs(RunSettings settings) {
    return LiveDetection.needs(input(settings, 0), output(settings), topics(settings));
  }
}
