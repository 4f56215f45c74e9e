package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Looks at a broker's topics before a job starts, so that what is wrong is said at once. */
public final class KafkaTopics {
  private static final int PATIENCE_SECONDS = 15;

  /** Replayed posts carry times of long ago, by which retention would delete what they give. */
  private static final Map<String, String> STAMPED_ON_ARRIVAL =
      Map.of("message.timestamp.type", "LogAppendTime");

  /** What people have said is read again by whoever evaluates, trains or replays. */
  private static final Map<String, String> KEPT =
      Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "-1");

  private KafkaTopics() {}

  /**
   * Makes sure that all topics are there: inputs have to be, the others are created.
   *
   * @param client Kafka's own client settings
   * @param inputs of each topic that is read, the key of {@code groundswell.yaml} that names it
   * @param cleanup of outputs whose records are not simply kept for a time
   * @throws BadInput in one line, where the broker cannot be reached or an input is missing
   */
  public static void prepare(
      Map<String, String> client,
      Map<String, String> inputs,
      String clock,
      List<String> outputs,
      Map<String, Cleanup> cleanup) {
    prepare(
        client,
        there -> {
          for (Map.Entry<String, String> input : inputs.entrySet()) {
            if (!there.contains(input.getKey())) {
              throw new BadInput(
                  "%s: there is no topic '%s' on the broker; create it, or mend its name"
                      .formatted(input.getValue(), input.getKey()));
            }
          }
          List<NewTopic> missing = missing(there, outputs, cleanup);
          if (!there.contains(clock)) {
            missing.add(stamped(clock, Optional.of(1)));
          }
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
    prepare(
        client,
        there -> {
          for (String topic : topics) {
            if (!there.contains(topic)) {
              throw new BadInput(
                  "there is no topic '%s' on the broker; start 'groundswell run' first, or mend its name"
                      .formatted(topic));
            }
          }
          return List.of();
        });
  }

  /**
   * Makes sure that topics are there; those that are not are created.
   *
   * @param client Kafka's own client settings
   * @param cleanup of those whose records are not simply kept for a time
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public static void prepare(
      Map<String, String> client, List<String> topics, Map<String, Cleanup> cleanup) {
    prepare(client, there -> missing(there, topics, cleanup));
  }

  /**
   * Makes sure that topics of answers are there; in those that are created everything stays.
   *
   * @param client Kafka's own client settings
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public static void keep(Map<String, String> client, List<String> answers) {
    prepare(
        client,
        there ->
            answers.stream()
                .filter(topic -> !there.contains(topic))
                .map(topic -> stamped(topic, Optional.empty()).configs(KEPT))
                .toList());
  }

  private static void prepare(
      Map<String, String> client, Function<Set<String>, List<NewTopic>> missing) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("request.timeout.ms", "5000");
    properties.put("default.api.timeout.ms", "10000");
    try (Admin admin = Admin.create(properties)) {
      Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      admin.createTopics(missing.apply(there)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw refused(client, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at the topics", e);
    }
  }

  private static List<NewTopic> missing(
      Set<String> there, List<String> topics, Map<String, Cleanup> cleanup) {
    List<NewTopic> missing = new ArrayList<>();
    for (String topic : topics) {
      if (!there.contains(topic)) {
        NewTopic one = stamped(topic, Optional.empty());
        Cleanup how = cleanup.get(topic);
        missing.add(how == null ? one : one.configs(with(STAMPED_ON_ARRIVAL, how.settings())));
      }
    }
    return missing;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  private static NewTopic stamped(String topic, Optional<Integer> partitions) {
    return new NewTopic(topic, partitions, Optional.empty()).configs(STAMPED_ON_ARRIVAL);
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
