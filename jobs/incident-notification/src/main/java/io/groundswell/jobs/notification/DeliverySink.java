package io.groundswell.jobs.notification;

import io.groundswell.jobs.notification.connector.KeptSerializer;
import io.groundswell.jobs.notification.connector.Signal;
import io.groundswell.jobs.notification.delivery.Kept;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Delivers notices. The settings travel as text, in which a secret is only the name of one: it is
 * filled in where the notices leave, and so stands in no job graph, checkpoint or log.
 */
final class DeliverySink implements Sink<Signal>, SupportsWriterState<Signal, Kept> {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String text;
  private final Map<String, String> kafka;
  private final String incidents;

  /**
   * Delivers as a settings file says.
   *
   * @param file where it stands, for messages
   * @param kafka Kafka's client settings that count instead of the file's, as in the main job's
   *     process; empty for the file's
   * @param incidents the topic that is read
   */
  DeliverySink(String file, String text, Map<String, String> kafka, String incidents) {
    this.file = file;
    this.text = text;
    this.kafka = Map.copyOf(kafka);
    this.incidents = incidents;
  }

  @Override
  public StatefulSinkWriter<Signal, Kept> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<Signal, Kept> restoreWriter(
      WriterInitContext context, Collection<Kept> kept) {
    return DeliveryWriter.open(file, text, kafka, incidents, context, kept);
  }

  @Override
  public SimpleVersionedSerializer<Kept> getWriterStateSerializer() {
    return new KeptSerializer();
  }
}
