package io.groundswell.jobs.notification;

import io.groundswell.jobs.notification.connector.Signal;
import io.groundswell.jobs.notification.connector.SignalSource;
import io.groundswell.jobs.notification.settings.NotifySettings;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The second job: updates of incidents in, notices out. Incidents are few and an incident's updates
 * leave in their order, so one task does it all.
 *
 * @param file where the settings stand, for messages
 * @param text the settings, secrets still to be filled in
 * @param kafka Kafka's client settings
 * @param topics read and written
 * @param job name of the job's group at the brokers
 */
public record NotificationPipeline(
    String file, String text, Map<String, String> kafka, NotifySettings.Topics topics, String job) {
  static final String READ_INCIDENTS = "read-incidents";
  static final String DELIVER_NOTICES = "deliver-notices";

  /** Adds the job to {@code env}. */
  public void add(StreamExecutionEnvironment env) {
    env.fromSource(
            SignalSource.of(kafka, topics, job),
            WatermarkStrategy.noWatermarks(),
            "Read incidents",
            TypeInformation.of(Signal.class))
        .uid(READ_INCIDENTS)
        .setParallelism(1)
        .setMaxParallelism(1)
        .sinkTo(new DeliverySink(file, text, kafka, topics.incidents()))
        .uid(DELIVER_NOTICES)
        .name("Deliver notices")
        .setParallelism(1)
        .setMaxParallelism(1);
  }
}
