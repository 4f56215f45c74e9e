package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.surge.connector.BadInput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job begins for the first time: at what comes from then on. That is put on record before
 * it starts, so that one which is killed before its first checkpoint misses nothing.
 */
public final class Beginning {
  private static final int PATIENCE_SECONDS = 15;

  private Beginning() {}

  /**
   * Puts on record where a group begins, for partitions where it has not been yet.
   *
   * @param client Kafka's own client settings
   * @throws BadInput where the broker does not answer
   */
  public static void record(Map<String, String> client, String group, List<String> topics) {
    Properties properties = new Properties();
    properties.putAll(client);
    try (Admin admin = Admin.create(properties)) {
      Set<TopicPartition> unknown = partitions(admin, topics);
      unknown.removeAll(known(admin, group));
      Map<TopicPartition, OffsetAndMetadata> begin = ends(admin, unknown);
      if (!begin.isEmpty()) {
        admin.alterConsumerGroupOffsets(group, begin).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new BadInput("kafka.brokers: the group '%s' cannot be begun: %s".formatted(group, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at the group", e);
    }
  }

  private static Set<TopicPartition> partitions(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<TopicPartition> partitions = new HashSet<>();
    for (TopicDescription topic :
        admin
            .describeTopics(topics)
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()) {
      topic
          .partitions()
          .forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition())));
    }
    return partitions;
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(
      Admin admin, Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(one -> wanted.put(one, OffsetSpec.latest()));
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).entrySet()) {
      ends.put(end.getKey(), new OffsetAndMetadata(end.getValue().offset()));
    }
    return ends;
  }

  private static Set<TopicPartition> known(Admin admin, String group)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .keySet();
  }
}
