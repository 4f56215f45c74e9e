package io.groundswell.chaos.check;

import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.RunRules;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.ChangeTopic;
import io.groundswell.jobs.surge.settings.RunSettings.ContactTopic;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The live job as its settings have it, to be played once more.
 *
 * @param settings of the live job
 * @param rules what it decides by
 */
record Live(RunSettings settings, Rules rules) {
  private static final int TRANSACTION_MILLIS = 900_000;

  /** The job of some settings. */
  static Live of(RunSettings settings) {
    return new Live(settings, RunRules.of(settings));
  }

  /** The same job by the same clock, which it only reads, writing to other topics. */
  LiveDetection again(Map<String, String> client, String name, OutputTopics topics) {
    return new LiveDetection(
        rules,
        input(client, name),
        new KafkaOutput(client, name, TRANSACTION_MILLIS),
        topics,
        settings.posts().stream().collect(Collectors.toMap(PostTopic::topic, PostTopic::format)),
        Reports.served(settings.pages().folder(), settings.pages().url()),
        false);
  }

  private KafkaInput input(Map<String, String> client, String name) {
    return new KafkaInput(
        client,
        name,
        settings.posts().stream().map(PostTopic::topic).toList(),
        settings.contacts().stream().map(ContactTopic::topic).toList(),
        settings.changes().stream().map(ChangeTopic::topic).toList(),
        List.of(settings.answers().verdicts()),
        List.of(settings.answers().mutes()),
        settings.control().topic(),
        settings.clock().topic(),
        StartAt.EARLIEST,
        rules.policy().lateness().toMillis(),
        null);
  }
}
