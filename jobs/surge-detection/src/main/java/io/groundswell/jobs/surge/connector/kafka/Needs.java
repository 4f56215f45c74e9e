package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.kafka.Access.Operation;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job needs at the brokers.
 *
 * @param job the command that runs it, such as {@code run}
 * @param client Kafka's own client settings: brokers, security
 * @param topics all that it reads and writes
 * @param beside what it has to be allowed beside its topics
 */
public record Needs(
    String job, Map<String, String> client, List<WantedTopic> topics, List<Access> beside) {

  /** Copies. */
  public Needs {
    client = Map.copyOf(client);
    topics = List.copyOf(topics);
    beside = List.copyOf(beside);
  }

  /** The same, at the brokers of another job in whose process it runs. */
  public Needs at(Map<String, String> others) {
    return new Needs(job, others, topics, beside);
  }

  /**
   * All that it has to be allowed, and no more.
   *
   * @param missing topics that are not there; those that the job creates it has to be allowed to
   */
  public List<Access> access(Collection<String> missing) {
    List<Access> all = new ArrayList<>();
    for (WantedTopic topic : topics) {
      if (topic.use().reads()) {
        all.add(Access.topic(topic.name(), Operation.READ));
      }
      if (topic.use().writes()) {
        all.add(Access.topic(topic.name(), Operation.WRITE));
      }
      if (topic.role() != Role.INPUT && missing.contains(topic.name())) {
        all.add(Access.topic(topic.name(), Operation.CREATE));
      }
    }
    all.addAll(beside);
    return List.copyOf(all);
  }

  /** The same as lines for {@code kafka-acls.sh}, one for each topic, group and so on. */
  public List<String> aclLines(String principal, Collection<String> missing) {
    String secured = client.size() > 1 ? " --command-config admin.properties" : "";
    String begin =
        "kafka-acls.sh --bootstrap-server %s%s --add --allow-principal %s"
            .formatted(
                Words.quoted(client.getOrDefault("bootstrap.servers", "")),
                secured,
                Words.quoted(principal));
    Map<String, String> operations = new LinkedHashMap<>();
    for (Access one : access(missing)) {
      operations.merge(one.options(), " --operation " + one.operation().word(), String::concat);
    }
    List<String> lines = new ArrayList<>();
    operations.forEach((of, allowed) -> lines.add(begin + allowed + " " + of));
    return lines;
  }

  /** The topics of several jobs, each once, in their order. */
  public static List<WantedTopic> topics(List<Needs> jobs) {
    Map<String, WantedTopic> topics = new LinkedHashMap<>();
    for (Needs job : jobs) {
      job.topics()
          .forEach(topic -> topics.merge(topic.name(), topic, (one, two) -> one.also(two.use())));
    }
    return List.copyOf(topics.values());
  }
}
