package io.groundswell.chaos.check;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.ChangeTopic;
import io.groundswell.jobs.surge.settings.RunSettings.ContactTopic;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The live job as its settings have it, to be played once more.
 *
 * @param settings of the live job
 * @param catalogue what it watches
 * @param policy what its users decide
 */
record Live(RunSettings settings, Catalogue catalogue, Policy policy) {
  private static final int TRANSACTION_MILLIS = 900_000;

  /**
   * The job of some settings.
   *
   * @throws IllegalArgumentException in one line, where they say what cannot be played again
   */
  static Live of(RunSettings settings) {
    if (settings.weights() != null || settings.drafts().templates() != null) {
      throw new IllegalArgumentException(
          "weights, drafts: the check knows the shipped ones only; it cannot judge this job");
    }
    Catalogue catalogue = CatalogueFile.read(Path.of(settings.catalogue()));
    String policy = settings.policy();
    return new Live(
        settings,
        catalogue,
        policy == null ? Policy.defaults() : PolicyFile.read(Path.of(policy), catalogue));
  }

  /** The same job by the same clock, which it only reads, writing to other topics. */
  LiveDetection again(Map<String, String> client, String name, OutputTopics topics) {
    var key = settings.privacy();
    Rules rules =
        new Rules(
            catalogue,
            policy,
            LinearTriage.shippedModel(),
            key.keyed() ? Pseudonyms.keyed(key.authorKey()) : Pseudonyms.UNKEYED,
            Templates.defaults());
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
        policy.lateness().toMillis(),
        null);
  }
}
