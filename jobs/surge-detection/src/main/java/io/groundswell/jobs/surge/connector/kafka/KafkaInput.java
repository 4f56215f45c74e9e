package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Topics to read in step with the clock.
 *
 * @param client Kafka's own client settings: brokers, security
 * @param group consumer group under which the job says how far it is, as far as checkpoints reach
 * @param posts topics of posts, one at least
 * @param contacts topics of support contacts
 * @param changes topics of change events
 * @param verdicts topics of answers to incidents
 * @param mutes topics of mutes
 * @param control the topic of rulings, or null for a job whose rules stay what they are
 * @param clock the topic that {@link Clock} writes
 * @param start where a job begins that has no savepoint
 * @param lateness a bucket closes this long after its end, milliseconds
 * @param wallClock what time it is; null for a job that only reads the clock's topic, as in a
 *     replay
 */
public record KafkaInput(
    Map<String, String> client,
    String group,
    List<String> posts,
    List<String> contacts,
    List<String> changes,
    List<String> verdicts,
    List<String> mutes,
    @Nullable String control,
    String clock,
    StartAt start,
    long lateness,
    WallClock wallClock)
    implements Serializable {

  /** What time it is, in epoch milliseconds. */
  public interface WallClock extends LongSupplier, Serializable {}

  /** Topics to which nobody answers, and of which nobody changes the rules. */
  public KafkaInput(
      Map<String, String> client,
      String group,
      List<String> posts,
      List<String> contacts,
      List<String> changes,
      String clock,
      StartAt start,
      long lateness,
      WallClock wallClock) {
    this(
        client, group, posts, contacts, changes, List.of(), List.of(), null, clock, start, lateness,
        wallClock);
  }

  /** All topics that are read in step with the clock. */
  public List<String> topics() {
    return Stream.of(posts, contacts, changes, answers()).flatMap(List::stream).toList();
  }

  /** Those of them that people's commands write to, so that they may still be missing. */
  private List<String> answers() {
    return Stream.of(verdicts, mutes).flatMap(List::stream).toList();
  }

  /** All topics that a job with this input uses for it, the clock's too. */
  public List<WantedTopic> wanted() {
    List<WantedTopic> wanted = new ArrayList<>();
    for (String topic : topics()) {
      Input sent = sentAs(topic);
      wanted.add(
          sent.isAnswer()
              ? KafkaAnswers.wanted(topic, Use.READ)
              : WantedTopic.input(topic, sent.label()));
    }
    Use use = wallClock == null ? Use.READ : Use.BOTH;
    if (control != null) {
      wanted.add(ControlTopic.wanted(control, use));
    }
    wanted.add(WantedTopic.clock(clock, use));
    return List.copyOf(wanted);
  }

  /** What the records of a topic were sent as. */
  Input sentAs(String topic) {
    if (contacts.contains(topic)) {
      return Input.CONTACTS;
    }
    if (verdicts.contains(topic)) {
      return Input.VERDICTS;
    }
    if (mutes.contains(topic)) {
      return Input.MUTES;
    }
    return changes.contains(topic) ? Input.CHANGES : Input.POSTS;
  }

  /** Settings of a consumer that sees only what transactions have committed. */
  Properties consumer() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("group.id", group);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    return properties;
  }
}
