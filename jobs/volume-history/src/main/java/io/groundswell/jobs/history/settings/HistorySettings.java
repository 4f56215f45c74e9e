package io.groundswell.jobs.history.settings;

import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the volume history is told by {@code history.yaml}.
 *
 * @param kafka Kafka's own client settings; secret
 * @param topics where the lines of each table come from
 * @param folder absolute path of a warehouse on this machine; null where there is a catalogue
 * @param catalogue as Iceberg takes it; null where there is a folder
 * @param commitEvery how soon a row can be asked for
 * @param retention what is forgotten, and when
 * @param maintainEvery how often that is seen to
 * @param snapshotEvery how often what the main job knows is kept; zero for never
 * @param stateFolder absolute path of where it is remembered how far the job has come
 * @param job its name, and that of its group at the brokers
 * @param ports where it can be watched when it runs by itself
 */
public record HistorySettings(
    Map<String, String> kafka,
    Map<HistoryTable, String> topics,
    @Nullable String folder,
    @Nullable Place catalogue,
    Duration commitEvery,
    Retention retention,
    Duration maintainEvery,
    Duration snapshotEvery,
    String stateFolder,
    String job,
    Ports ports) {

  /** Copies the maps. */
  public HistorySettings {
    kafka = Map.copyOf(kafka);
    topics = new EnumMap<>(topics);
  }

  /** The same beside the main job: at its brokers, topics and ports. */
  public HistorySettings at(
      Map<String, String> client, Map<HistoryTable, String> named, Ports beside) {
    return new HistorySettings(
        client,
        named,
        folder,
        catalogue,
        commitEvery,
        retention,
        maintainEvery,
        snapshotEvery,
        stateFolder,
        job,
        beside);
  }

  @Override
  public String toString() {
    return "HistorySettings[" + job + ", " + topics + ", " + folder + "]";
  }
}
