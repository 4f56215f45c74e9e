package io.groundswell.jobs.surge.connector.kafka;

import static java.util.stream.Collectors.toCollection;

import io.groundswell.jobs.surge.connector.kafka.Administration.Said;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic.Presence;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** Compares the topics on a broker with those that are wanted. */
public final class TopicLook {
  private final Administration broker;

  private TopicLook(Administration broker) {
    this.broker = broker;
  }

  /**
   * What a broker says of topics, in their order.
   *
   * @param client Kafka's own client settings
   * @throws io.groundswell.jobs.surge.connector.BadInput in one line, where it cannot be reached
   */
  public static List<FoundTopic> at(Map<String, String> client, List<WantedTopic> wanted) {
    return Administration.ask(client, broker -> new TopicLook(broker).find(wanted));
  }

  private List<FoundTopic> find(List<WantedTopic> wanted)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Said> there = broker.topics(wanted.stream().map(WantedTopic::name).toList());
    Map<String, KafkaFuture<Config>> settings = settings(there);
    List<FoundTopic> found = new ArrayList<>();
    for (WantedTopic topic : wanted) {
      Said said = there.get(topic.name());
      found.add(
          said.topic() == null
              ? FoundTopic.only(topic, said.presence())
              : found(topic, said.topic(), settings.get(topic.name())));
    }
    return found;
  }

  private Map<String, KafkaFuture<Config>> settings(Map<String, Said> there) {
    List<ConfigResource> asked = new ArrayList<>();
    there.forEach(
        (name, said) -> {
          if (said.presence() == Presence.THERE) {
            asked.add(new ConfigResource(ConfigResource.Type.TOPIC, name));
          }
        });
    Map<String, KafkaFuture<Config>> settings = new LinkedHashMap<>();
    broker
        .admin()
        .describeConfigs(asked)
        .values()
        .forEach((topic, answer) -> settings.put(topic.name(), answer));
    return settings;
  }

  private static FoundTopic found(
      WantedTopic wanted, TopicDescription topic, KafkaFuture<Config> settings)
      throws ExecutionException, InterruptedException, TimeoutException {
    int partitions = topic.partitions().size();
    List<String> differences = new ArrayList<>();
    if (wanted.role() == Role.CLOCK && partitions != wanted.partitions()) {
      differences.add("%d partitions, wanted %d".formatted(partitions, wanted.partitions()));
    }
    try {
      differences.addAll(differences(wanted.cleanup(), Administration.get(settings)));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      differences.add("settings not compared: these credentials lack DescribeConfigs");
    }
    int replication = topic.partitions().get(0).replicas().size();
    return new FoundTopic(wanted, Presence.THERE, partitions, replication, differences);
  }

  private static List<String> differences(Cleanup wanted, Config there) {
    List<String> differences = new ArrayList<>();
    new TreeMap<>(wanted.settings())
        .forEach(
            (key, value) -> {
              ConfigEntry entry = there.get(key);
              String found = entry == null ? "unknown" : entry.value();
              if (!parts(found).equals(parts(value))) {
                differences.add("%s %s, wanted %s".formatted(key, found, value));
              }
            });
    return differences;
  }

  /** Policies may stand in any order. */
  private static Set<String> parts(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .collect(toCollection(TreeSet::new));
  }
}
