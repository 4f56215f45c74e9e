package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic.Presence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** A broker's administration: what is asked is answered in time, or refused in one line. */
final class Administration implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 15;

  private final Admin admin;

  private Administration(Admin admin) {
    this.admin = admin;
  }

  /** What somebody wants to know. */
  interface Question<T> {
    /** Asks. */
    T ask(Administration administration)
        throws ExecutionException, InterruptedException, TimeoutException;
  }

  /**
   * What is said of a topic.
   *
   * @param presence whether it is there
   * @param topic what there is, or null
   */
  record Said(Presence presence, @Nullable TopicDescription topic) {}

  /**
   * Asks a broker.
   *
   * @param client Kafka's own client settings
   * @throws BadInput in one line, where it cannot be reached or refuses who asks
   */
  static <T> T ask(Map<String, String> client, Question<T> question) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("request.timeout.ms", "5000");
    properties.put("default.api.timeout.ms", "10000");
    try (Administration asked = new Administration(Admin.create(properties))) {
      return question.ask(asked);
    } catch (ExecutionException | TimeoutException e) {
      throw KafkaTopics.refused(client, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at the topics", e);
    }
  }

  Admin admin() {
    return admin;
  }

  static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What is said of each topic, and what whoever asks may do with it. */
  Map<String, Said> topics(Collection<String> names)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, KafkaFuture<TopicDescription>> answers =
        admin
            .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    Map<String, Said> said = new LinkedHashMap<>();
    for (String name : names) {
      said.put(name, said(answers.get(name)));
    }
    return said;
  }

  private static Said said(@Nullable KafkaFuture<TopicDescription> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    if (answer == null) {
      return new Said(Presence.MISSING, null);
    }
    try {
      return new Said(Presence.THERE, get(answer));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException
          || e.getCause() instanceof InvalidTopicException) {
        return new Said(Presence.MISSING, null);
      }
      if (e.getCause() instanceof AuthorizationException) {
        return new Said(Presence.HIDDEN, null);
      }
      throw e;
    }
  }

  /**
   * Creates topics; what another job has created meanwhile is there as well.
   *
   * @throws BadInput in one line, where whoever asks may not create them
   */
  void create(Collection<WantedTopic> topics, Optional<Short> replication)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<NewTopic> wanted = topics.stream().map(topic -> topic.create(replication)).toList();
    for (Map.Entry<String, KafkaFuture<Void>> topic :
        admin.createTopics(wanted).values().entrySet()) {
      try {
        get(topic.getValue());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw notCreated(topic.getKey(), e);
        }
      }
    }
  }

  private static ExecutionException notCreated(String topic, ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof AuthorizationException) {
      throw new BadInput(
          "kafka.security: there is no topic '%s', and these credentials may not create it; let whoever may run 'groundswell topics --create'"
              .formatted(topic));
    }
    if (cause instanceof InvalidReplicationFactorException
        || cause instanceof PolicyViolationException) {
      throw new BadInput(
          "the broker refuses to create the topic '%s': %s".formatted(topic, cause.getMessage()));
    }
    return failure;
  }

  @Override
  public void close() {
    admin.close();
  }
}
