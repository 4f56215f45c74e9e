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
import io.groundswell.jobs.surge.measure.Measure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.IOUtils;

/**
 * The task that delivers. A checkpoint takes what is still to be told; it waits for no destination,
 * so that one which is down holds up nothing.
 */
final class DeliveryWriter implements StatefulSinkWriter<Signal, Kept> {
  private static final long CATCH_UP_MILLIS = 20_000;

  private final List<AutoCloseable> opened;
  private final Dispatcher dispatcher;
  private final CatchUp catchUp;

  private DeliveryWriter(List<AutoCloseable> opened, Dispatcher dispatcher, CatchUp catchUp) {
    this.opened = opened;
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
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      Web web = keep(opened, new Web());
      NotifySettings settings =
          keep(opened, NotifyFile.read(Path.of(file), text, System.getenv(), web));
      Map<String, String> kafka = client.isEmpty() ? settings.kafka() : client;
      Journal journal = keep(opened, new KafkaJournal(kafka, settings.topics().deliveries()));
      FlinkLoop loop =
          new FlinkLoop(context.getMailboxExecutor(), context.getProcessingTimeService());
      Dispatcher dispatcher = dispatcher(settings, journal, loop);
      kept.forEach(dispatcher::take);
      CatchUp catchUp = CatchUp.to(kafka, incidents);
      DeliveryWriter writer = new DeliveryWriter(opened, dispatcher, catchUp);
      writer.start(loop, new Heartbeats(loop, web, settings.routes().all()), context);
      return writer;
    } catch (RuntimeException e) {
      IOUtils.closeAllQuietly(opened); // The job starts again and again while a broker is down.
      throw e;
    }
  }

  private static <T extends AutoCloseable> T keep(List<AutoCloseable> opened, T one) {
    opened.add(0, one);
    return one;
  }

  private void start(FlinkLoop loop, Heartbeats heartbeats, WriterInitContext context) {
    measure(context.metricGroup(), dispatcher.counts());
    heartbeats.start();
    beginIfCaughtUp();
    // A page does not wait for records that retention or a transaction has taken away.
    loop.at(loop.now() + CATCH_UP_MILLIS, dispatcher::begin);
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
      Measure.group(metrics)
          .addGroup("outcome", what.label())
          .gauge("notices", (Gauge<Long>) () -> counts.get(what));
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
    IOUtils.closeAllQuietly(opened);
  }
}
