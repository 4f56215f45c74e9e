package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.NotificationPipeline;
import io.groundswell.jobs.notification.connector.Beginning;
import io.groundswell.jobs.notification.connector.JobTopics;
import io.groundswell.jobs.notification.settings.NotifyFile;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.notification.settings.NotifySettings.Topics;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.cli.Health;
import io.groundswell.jobs.surge.cli.LiveFlink;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job in this process, on a Flink of its own, and the server of answers where it is wanted. */
final class Notifying implements AutoCloseable {
  private final JobClient job;
  private final @Nullable Listening listening;
  private final @Nullable Health health;
  private volatile boolean closed;

  private Notifying(JobClient job, @Nullable Listening listening, @Nullable Health health) {
    this.job = job;
    this.listening = listening;
    this.health = health;
  }

  /** Starts as a file says. */
  static Notifying start(Path config) throws Exception {
    return start(config, null, null, null);
  }

  /**
   * Starts beside the main job, at its brokers.
   *
   * @param client Kafka's own client settings, or null for those of the file
   * @param incidents the topic that is read, or null for that of the file
   * @param beside where it can be watched, or null for what the file says
   */
  static Notifying start(
      Path config,
      @Nullable Map<String, String> client,
      @Nullable String incidents,
      @Nullable Ports beside)
      throws Exception {
    String text = NotifyFile.text(config);
    try (Web web = new Web();
        NotifySettings settings = NotifyFile.read(config, text, System.getenv(), web)) {
      Map<String, String> kafka = client == null ? settings.kafka() : client;
      Topics named = settings.topics();
      Topics topics = incidents == null ? named : named.reading(incidents);
      Ports ports = beside == null ? settings.ports() : beside;
      LiveFlink.requireNoneOnCluster(ports);
      // What cannot be listened at is said before anything runs.
      Listening listening = listening(settings, kafka);
      Health health = Health.listen(ports.health());
      JobClient job = job(config, text, settings, kafka, topics, ports.metrics());
      if (health != null) {
        health.of(job);
      }
      System.err.printf(
          "Reading '%s', telling %s; stop %s.%n",
          topics.incidents(),
          String.join(", ", settings.destinations().keySet()),
          LiveFlink.stoppedBy());
      return new Notifying(job, listening, health);
    }
  }

  private static @Nullable Listening listening(NotifySettings settings, Map<String, String> kafka)
      throws Exception {
    if (settings.answers() == null) {
      return null;
    }
    if (LiveFlink.onCluster()) {
      System.err.println(
          "answers: nobody listens on a cluster; run 'groundswell notify --config FILE --answers' beside it");
      return null;
    }
    return Listening.start(settings.answers(), kafka);
  }

  private static JobClient job(
      Path config,
      String text,
      NotifySettings settings,
      Map<String, String> kafka,
      Topics topics,
      int metricsPort)
      throws Exception {
    List<String> read = List.of(topics.incidents(), topics.requests());
    KafkaTopics.prepare(JobTopics.needs(kafka, topics, settings.job(), null));
    Beginning.record(kafka, settings.job(), read);
    StreamExecutionEnvironment env =
        LiveFlink.beside(settings.stateFolder(), Checkpoints.DEFAULT, metricsPort);
    new NotificationPipeline(config.toString(), text, kafka, topics, settings.job()).add(env);
    return env.executeAsync(settings.job());
  }

  /** Until it ends, which it does by a failure only, or a cluster has taken it. */
  void await() throws Exception {
    LiveFlink.await(job);
  }

  /** Says so where it ends by itself: nobody is told of anything from then on. */
  Notifying watched() {
    var unused =
        job.getJobExecutionResult()
            .whenComplete(
                (result, failure) -> {
                  if (failure != null && !closed) {
                    System.err.println("notify: the job has ended, nobody is told: " + failure);
                  }
                });
    return this;
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (!LiveFlink.onCluster()) {
        job.cancel().join();
      }
    } finally {
      if (listening != null) {
        listening.close();
      }
      if (health != null) {
        health.close();
      }
    }
  }
}
