package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.settings.NotifySettings.Topics;
import io.groundswell.jobs.surge.connector.kafka.Access;
import io.groundswell.jobs.surge.connector.kafka.Cleanup;
import io.groundswell.jobs.surge.connector.kafka.KafkaAnswers;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job's topics, and how each is created where it is missing. */
public final class JobTopics {
  private JobTopics() {}

  /** All that the job itself reads and writes. */
  public static List<WantedTopic> of(Topics topics) {
    return List.of(
        WantedTopic.own(topics.incidents(), "topics.incidents", Use.READ, Cleanup.BROKERS),
        deliveries(topics, Use.BOTH),
        requests(topics, Use.READ));
  }

  /** What every destination was told. */
  public static WantedTopic deliveries(Topics topics, Use use) {
    return WantedTopic.own(topics.deliveries(), "topics.deliveries", use, Cleanup.LAST_OF_KEY);
  }

  /** What people ask of the job. */
  public static WantedTopic requests(Topics topics, Use use) {
    return WantedTopic.own(topics.requests(), "topics.requests", use, Cleanup.BROKERS);
  }

  /**
   * What the job needs at the brokers.
   *
   * @param client Kafka's own client settings
   * @param group its group there
   * @param answers the topic that answers are written to, or null where nobody listens for them
   */
  public static Needs needs(
      Map<String, String> client, Topics topics, String group, @Nullable String answers) {
    List<WantedTopic> wanted = new ArrayList<>(of(topics));
    if (answers != null) {
      wanted.add(KafkaAnswers.wanted(answers, Use.WRITTEN));
    }
    return new Needs("notify", client, wanted, List.of(Access.group(group)));
  }
}
