package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.settings.HistoryFile;
import io.groundswell.jobs.history.settings.HistorySettings;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.cli.Companion;
import io.groundswell.jobs.surge.connector.kafka.Access;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.settings.Outputs;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;

/** What volume history adds to the command line, and to the process of {@code run}. */
public final class HistoryCompanion implements Companion {
  @Override
  public String key() {
    return "history";
  }

  @Override
  public List<Object> commands() {
    return List.of(new HistoryCommand(), new QueryCommand(), new BacktestCommand());
  }

  @Override
  public Needs needs(Path config, @Nullable RunSettings main, Map<String, String> environment) {
    HistorySettings history = HistoryFile.read(config, environment);
    if (main != null) {
      history = history.at(history.kafka(), topics(main), main.ports().beside(2));
    }
    List<WantedTopic> read =
        history.topics().values().stream()
            .map(topic -> WantedTopic.input(topic, "topics"))
            .toList();
    return new Needs(key(), history.kafka(), read, List.of(Access.group(history.job())));
  }

  @Override
  public Beside start(RunSettings settings, Map<String, String> client) throws Exception {
    Path config = Path.of(Objects.requireNonNull(settings.history()));
    HistorySettings history =
        HistoryFile.read(config, System.getenv())
            .at(client, topics(settings), settings.ports().beside(2));
    Keeping job = Keeping.start(history).watched();
    return new Beside() {
      private @Nullable Snapshotting snapshots;

      @Override
      public void begun(JobClient main) {
        snapshots = Snapshotting.start(main, history, settings);
      }

      @Override
      public void close() {
        if (snapshots != null) {
          snapshots.close();
        }
        job.close();
      }
    };
  }

  private static Map<HistoryTable, String> topics(RunSettings settings) {
    Outputs outputs = settings.outputs();
    Map<HistoryTable, String> topics = new EnumMap<>(HistoryTable.class);
    topics.put(HistoryTable.VOLUMES, outputs.volumes());
    topics.put(HistoryTable.CONTACT_VOLUMES, outputs.contactVolumes());
    topics.put(HistoryTable.INCIDENTS, outputs.incidents());
    topics.put(HistoryTable.LEAD_LEDGER, outputs.leadLedger());
    topics.put(HistoryTable.VERDICTS, settings.answers().verdicts());
    topics.put(HistoryTable.LEDGER, outputs.ledger());
    topics.put(HistoryTable.POSTS, outputs.countedPosts());
    topics.put(HistoryTable.INPUTS, outputs.countedInputs());
    topics.put(HistoryTable.CLOCK, settings.clock().topic());
    return topics;
  }
}
