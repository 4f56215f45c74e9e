package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.kafka.Administration.Said;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic.Presence;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Looks at a broker's topics before a job starts, so that what is wrong is said at once. */
public final class KafkaTopics {
  private KafkaTopics() {}

  /**
   * Makes sure that a job has what it needs: its inputs have to be there, its other topics are
   * created, and what it has to be allowed has to be allowed.
   *
   * @throws BadInput in one line, where the broker cannot be reached or something is missing
   */
  public static void prepare(Needs job) {
    prepare(job.client(), job.topics());
    Permissions.require(job);
  }

  /**
   * Makes sure that topics are there, and may be used: inputs have to be, the others are created.
   *
   * @param client Kafka's own client settings
   * @throws BadInput in one line, where the broker cannot be reached or an input is missing
   */
  public static void prepare(Map<String, String> client, List<WantedTopic> topics) {
    Administration.ask(
        client,
        broker -> {
          Map<String, Said> there = broker.topics(topics.stream().map(WantedTopic::name).toList());
          List<WantedTopic> missing = new ArrayList<>();
          for (WantedTopic topic : topics) {
            Said said = there.get(topic.name());
            if (said.presence() != Presence.MISSING) {
              Permissions.require(client, topic, said);
            } else if (topic.role() != Role.INPUT) {
              missing.add(topic);
            } else {
              throw new BadInput(
                  "%s: there is no topic '%s' on the broker; create it, or mend its name"
                      .formatted(topic.key(), topic.name()));
            }
          }
          broker.create(missing, Optional.empty());
          return missing;
        });
  }

  /**
   * Makes sure that topics are there which another job writes.
   *
   * @param client Kafka's own client settings
   * @throws BadInput in one line, where the broker cannot be reached or one of them is missing
   */
  public static void require(Map<String, String> client, Collection<String> topics) {
    Administration.ask(client, broker -> broker.topics(topics))
        .forEach(
            (topic, said) -> {
              if (said.presence() == Presence.MISSING) {
                throw new BadInput(
                    "there is no topic '%s' on the broker; start 'groundswell run' first, or mend its name"
                        .formatted(topic));
              }
            });
  }

  /**
   * Creates those topics that are missing, inputs too; changes nothing that is there.
   *
   * @param client Kafka's own client settings
   * @param replication how many copies; empty for the broker's own number
   * @return those that were missing
   * @throws BadInput in one line, where the broker cannot be reached or refuses
   */
  public static List<WantedTopic> create(
      Map<String, String> client, List<WantedTopic> topics, Optional<Short> replication) {
    return Administration.ask(
        client,
        broker -> {
          Map<String, Said> there = broker.topics(topics.stream().map(WantedTopic::name).toList());
          requireSeen(client, there);
          List<WantedTopic> missing =
              topics.stream()
                  .filter(topic -> there.get(topic.name()).presence() == Presence.MISSING)
                  .toList();
          broker.create(missing, replication);
          return missing;
        });
  }

  private static void requireSeen(Map<String, String> client, Map<String, Said> there) {
    there.forEach(
        (topic, said) -> {
          if (said.presence() == Presence.HIDDEN) {
            throw new BadInput(
                "kafka.security: %s does not let these credentials see whether there is a topic '%s'; use those of whoever creates topics"
                    .formatted(client.get("bootstrap.servers"), topic));
          }
        });
  }

  /** What to tell whoever gets no answer from the broker. */
  public static BadInput refused(Map<String, String> client, Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String brokers = client.get("bootstrap.servers");
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return new BadInput(
          "kafka.security: %s refuses these credentials: %s"
              .formatted(brokers, cause.getMessage()));
    }
    return new BadInput(
        "kafka.brokers: no broker answers at %s; start one, or mend the address"
            .formatted(brokers));
  }
}
