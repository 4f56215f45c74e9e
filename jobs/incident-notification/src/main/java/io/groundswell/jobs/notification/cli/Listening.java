package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.answer.AnswerServer;
import io.groundswell.jobs.notification.answer.Answers;
import io.groundswell.jobs.notification.connector.VerdictTopic;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.kafka.KafkaAnswers;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The server of answers in this process. */
final class Listening implements AutoCloseable {
  private final VerdictTopic topic;
  private final AnswerServer server;

  private Listening(VerdictTopic topic, AnswerServer server) {
    this.topic = topic;
    this.server = server;
  }

  /** Starts to listen; answers go to the brokers of {@code client}. */
  static Listening start(Answers answers, Map<String, String> client) {
    if (answers == null) {
      throw new UsageError("--answers: 'answers' is missing in the settings; add it");
    }
    KafkaTopics.prepare(client, List.of(KafkaAnswers.wanted(answers.topic(), Use.WRITTEN)));
    VerdictTopic topic = new VerdictTopic(client, answers.topic());
    try {
      AnswerServer server = new AnswerServer(answers, topic, System::currentTimeMillis);
      System.err.printf("Listening for answers at %s:%d.%n", answers.host(), server.port());
      return new Listening(topic, server);
    } catch (IOException e) {
      topic.close();
      throw new UsageError(
          "answers.listen: %s:%d cannot be listened at (%s); name another"
              .formatted(answers.host(), answers.port(), e.getMessage()));
    }
  }

  /** Until the process is stopped. */
  void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    server.close();
    topic.close();
  }
}
