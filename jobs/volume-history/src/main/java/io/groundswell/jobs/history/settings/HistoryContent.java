package io.groundswell.jobs.history.settings;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.groundswell.jobs.history.table.HistoryTable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of {@code history.yaml}, each at its default until the file says otherwise. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class HistoryContent {
  KafkaKeys kafka = new KafkaKeys();
  TopicKeys topics = new TopicKeys();
  String warehouse = "warehouse";
  Map<String, String> catalogue = Map.of();
  Duration commitEvery = Duration.ofMinutes(1);
  RetentionKeys retention = new RetentionKeys();
  MaintenanceKeys maintenance = new MaintenanceKeys();
  String snapshotEvery = "1d";
  String stateFolder = "history-state";
  String job = "groundswell-history";
  PortKeys ports = new PortKeys();

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class PortKeys {
    int metrics;
    int health;
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class KafkaKeys {
    String brokers = "localhost:9092";
    Map<String, String> security = Map.of();
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class TopicKeys {
    private String volumes = "volumes";
    private String contactVolumes = "contact-volumes";
    private String incidents = "incidents";
    private String leadLedger = "lead-ledger";
    private String verdicts = "verdicts";
    private String ledger = "ledger";
    private String countedPosts = "counted-posts";
    private String countedInputs = "counted-inputs";
    private String clock = "groundswell-clock";

    Map<HistoryTable, String> byTable() {
      Map<HistoryTable, String> topics = new EnumMap<>(HistoryTable.class);
      topics.put(HistoryTable.VOLUMES, volumes);
      topics.put(HistoryTable.CONTACT_VOLUMES, contactVolumes);
      topics.put(HistoryTable.INCIDENTS, incidents);
      topics.put(HistoryTable.LEAD_LEDGER, leadLedger);
      topics.put(HistoryTable.VERDICTS, verdicts);
      topics.put(HistoryTable.LEDGER, ledger);
      topics.put(HistoryTable.POSTS, countedPosts);
      topics.put(HistoryTable.INPUTS, countedInputs);
      topics.put(HistoryTable.CLOCK, clock);
      return topics;
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class RetentionKeys {
    private String posts = "90d";
    private String chatter = "90d";
    private String inputs = "90d";
    private String clock = "90d";
    private String volumes = HistoryFile.FOREVER;
    private String contactVolumes = HistoryFile.FOREVER;
    private String incidents = HistoryFile.FOREVER;
    private String leadLedger = HistoryFile.FOREVER;
    private String verdicts = HistoryFile.FOREVER;
    private String ledger = HistoryFile.FOREVER;
    private String unreadable = "90d";

    Map<HistoryTable, String> byTable() {
      Map<HistoryTable, String> kept = new LinkedHashMap<>();
      kept.put(HistoryTable.POSTS, posts);
      kept.put(HistoryTable.CHATTER, chatter);
      kept.put(HistoryTable.INPUTS, inputs);
      kept.put(HistoryTable.CLOCK, clock);
      kept.put(HistoryTable.VOLUMES, volumes);
      kept.put(HistoryTable.CONTACT_VOLUMES, contactVolumes);
      kept.put(HistoryTable.INCIDENTS, incidents);
      kept.put(HistoryTable.LEAD_LEDGER, leadLedger);
      kept.put(HistoryTable.VERDICTS, verdicts);
      kept.put(HistoryTable.LEDGER, ledger);
      kept.put(HistoryTable.UNREADABLE, unreadable);
      return kept;
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  static final class MaintenanceKeys {
    Duration every = Duration.ofHours(1);
    Duration snapshots = Duration.ofHours(6);
    Duration strays = Duration.ofDays(7);
  }
}
