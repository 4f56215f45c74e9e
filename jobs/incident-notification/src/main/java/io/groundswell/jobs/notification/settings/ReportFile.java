package io.groundswell.jobs.notification.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.connector.ReportInput;
import io.groundswell.jobs.surge.settings.Secrets;
import io.groundswell.jobs.surge.settings.SettingsException;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads of {@code notify.yaml} what a report needs. Destinations are not opened, so whoever makes a
 * report needs none of their secrets.
 */
public final class ReportFile {
  private ReportFile() {}

  /**
   * The settings in a file.
   *
   * @param environment what {@code ${NAME}} stands for
   * @throws SettingsException in one line, with the place and how to mend it
   */
  public static ReportSettings read(Path file, Map<String, String> environment) {
    YamlFile yaml = YamlFile.read(file, NotifyFile.WRITE_ONE);
    JsonNode tree = yaml.bind(NotifyFile.MAPPER, JsonNode.class);
    Block top = new Block(yaml, new Secrets(yaml, environment), host -> false, "", tree);
    Block kafka = top.block("kafka");
    Map<String, String> client = NotifyFile.client(kafka);
    kafka.refuseOthers();
    return new ReportSettings(client, topics(top));
  }

  /** Refuses what a report could not use, so that it is found before a week is over. */
  static void check(Block top) {
    topics(top);
  }

  private static Map<ReportInput, String> topics(Block top) {
    NotifySettings.Topics own = NotifyFile.topics(top.block("topics"));
    Block others = top.block("report");
    Map<ReportInput, String> topics = new EnumMap<>(ReportInput.class);
    topics.put(ReportInput.INCIDENTS, own.incidents());
    topics.put(ReportInput.DELIVERIES, own.deliveries());
    topics.put(
        ReportInput.VERDICTS,
        others.text("verdicts", top.block("answers").text("topic", "verdicts")));
    topics.put(ReportInput.MUTES, others.text("mutes", "mutes"));
    topics.put(ReportInput.LEADS, others.text("lead_ledger", "lead-ledger"));
    topics.put(ReportInput.LEDGER, others.text("ledger", "ledger"));
    others.refuseOthers();
    return topics;
  }
}
