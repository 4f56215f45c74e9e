package io.groundswell.jobs.notification;

import io.groundswell.jobs.notification.connector.CatchUp;
import io.groundswell.jobs.notification.connector.KafkaJournal;
import io.groundswell.jobs.notification.connector.Requests;
import io.groundswell.jobs.notification.connector.Signal;
import io.groundswell.jobs.notification.delivery.Counts;
import io.groundswell.jobs.notification.delivery.Dispatcher;
import io.groundswell.jobs.notification.delivery.Heartbeats;
import io.groundswell.jobs.notification.delivery.Journal;
import io.groundswell.jobs.notification.delivery.Kept;
import io.groundswell.jobs.notification.settings.NotifyFile;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.notification.web.Web;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * The task that delivers. A checkpoint takes what is still to be told; it waits for no destination,
 * so that one which is down holds up nothing.
 */
final class DeliveryWriter implements StatefulSinkWriter<Signal, Kept> {
  private static final long CATCH_UP_MILLIS = 20_000;

  private final Web web;
  private final NotifySettings settings;
  private final Journal journal;
  private final Dispatcher dispatcher;

  private final CatchUp catchUp;

  private DeliveryWriter(
      Web web, NotifySettings settings, Journal journal, Dispatcher dispatcher, CatchUp catchUp) {
    this.web = web;
    this.settings = settings;
    this.journal = journal;
    this.dispatcher = dispatcher;
    this.catchUp = catchUp;
  }

  /**
   * Goes on from what was kept and from what the journal says.
   *
   * @param file where the settings stand, for messages
   * @param client Kafka's client settings that count instead of the file's; empty for the file's
   * @param incidents the topic that is read
   */
  static DeliveryWriter open(
      String file,
      String text,
      Map<String, String> client,
      String incidents,
      WriterInitContext context,
      Collection<Kept> kept) {
    Web web = new Web();
    NotifySettings settings = NotifyFile.read(Path.of(file), text, System.getenv(), web);
    Map<String, String> kafka = client.isEmpty() ? settings.kafka() : client;
    Journal journal = new KafkaJournal(kafka, settings.topics().deliveries());
    FlinkLoop loop =
        new FlinkLoop(context.getMailboxExecutor(), context.getProcessingTimeService());
    Dispatcher dispatcher = dispatcher(settings, journal, loop);
    kept.forEach(dispatcher::take);
    measure(context.metricGroup(), dispatcher.counts());
    new Heartbeats(loop, web, settings.routes().all()).start();
    DeliveryWriter writer =
        new DeliveryWriter(web, settings, journal, dispatcher, CatchUp.to(kafka, incidents));
    writer.beginIfCaughtUp();
    // A page does not wait for records that retention or a transaction has taken away.
    loop.at(loop.now() + CATCH_UP_MILLIS, dispatcher::begin);
    return writer;
  }

  private static Dispatcher dispatcher(NotifySettings settings, Journal journal, FlinkLoop loop) {
    Dispatcher dispatcher =
        new Dispatcher(
            settings.routes(),
            settings.destinations(),
            settings.patience(),
            journal,
            loop,
            ThreadLocalRandom.current());
    dispatcher.pause();
    return dispatcher;
  }

  private void beginIfCaughtUp() {
    if (catchUp.isDone()) {
      dispatcher.begin();
    }
  }

  private static void measure(MetricGroup metrics, Counts counts) {
    for (Counts.Of what : Counts.Of.values()) {
      metrics.gauge("notices_" + what.label(), (Gauge<Long>) () -> counts.get(what));
    }
  }

  @Override
  public void write(Signal signal, SinkWriter.Context context) {
    boolean late = !catchUp.isDone();
    catchUp.read(signal);
    if (signal.request()) {
      Requests.redelivery(signal.json())
          .ifPresentOrElse(
              what -> dispatcher.redeliver(what.incidentId()),
              () -> dispatcher.refuse(signal.json(), "no request that is known"));
    } else {
      dispatcher.take(new Kept(signal.json(), signal.arrivedAt()));
    }
    if (late) {
      beginIfCaughtUp();
    }
  }

  @Override
  public void flush(boolean endOfInput) {
    // A destination that is down would hold up every checkpoint: what waits is kept instead.
  }

  @Override
  public List<Kept> snapshotState(long checkpoint) {
    return dispatcher.snapshot();
  }

  @Override
  public void close() {
    settings.close();
    journal.close();
    web.close();
  }
}
