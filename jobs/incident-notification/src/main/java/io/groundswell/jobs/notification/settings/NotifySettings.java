package io.groundswell.jobs.notification.settings;

import io.groundswell.jobs.notification.answer.Answers;
import io.groundswell.jobs.notification.delivery.Dispatcher.Patience;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.route.Routes;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code notify.yaml} says, its destinations opened. Holds secrets, so it is made where it is
 * used and never sent anywhere.
 *
 * @param kafka Kafka's client settings: brokers, security
 * @param topics read and written
 * @param job name of the job's group at the brokers
 * @param stateFolder where the job's checkpoints are kept
 * @param destinations by name, in the order of the file
 * @param routes who is told of what
 * @param patience how long it waits before a fallback is told, and before it gives up
 * @param answers how answers come back, or null where they do not
 * @param ports where the job can be watched when it runs by itself
 */
public record NotifySettings(
    Map<String, String> kafka,
    Topics topics,
    String job,
    String stateFolder,
    Map<String, Destination> destinations,
    Routes routes,
    Patience patience,
    @Nullable Answers answers,
    Ports ports)
    implements AutoCloseable {

  /** Copies the maps. */
  public NotifySettings {
    kafka = Collections.unmodifiableMap(new TreeMap<>(kafka));
    destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
  }

  /**
   * Topics of the job.
   *
   * @param incidents updates of incidents, read; default {@code incidents}
   * @param deliveries what every destination was told, by destination and incident: the last record
   *     of a key is true; default {@code deliveries}
   * @param requests what people ask of the job, such as a redelivery; default {@code
   *     notification-requests}
   */
  public record Topics(String incidents, String deliveries, String requests) {

    /** The same, but for the topic that is read. */
    public Topics reading(String other) {
      return new Topics(other, deliveries, requests);
    }
  }

  @Override
  public void close() {
    destinations.values().forEach(Destination::close);
  }

  /** Nothing of it may be printed by accident. */
  @Override
  public String toString() {
    return "NotifySettings[destinations=" + destinations.keySet() + "]";
  }
}
