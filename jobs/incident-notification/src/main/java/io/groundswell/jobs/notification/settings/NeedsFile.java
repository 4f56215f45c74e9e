package io.groundswell.jobs.notification.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.connector.JobTopics;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.settings.Secrets;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of {@code notify.yaml} what the job needs at the brokers. Destinations are not opened, so
 * whoever makes topics needs none of their secrets.
 */
public final class NeedsFile {
  private NeedsFile() {}

  /**
   * What the job of a file needs.
   *
   * @param environment what {@code ${NAME}} stands for
   * @param incidents the topic that is read, or null for that of the file
   * @throws io.groundswell.jobs.surge.settings.SettingsException in one line, with the place and
   *     how to mend it
   */
  public static Needs read(Path file, Map<String, String> environment, @Nullable String incidents) {
    YamlFile yaml = YamlFile.read(file, NotifyFile.WRITE_ONE);
    JsonNode tree = yaml.bind(NotifyFile.MAPPER, JsonNode.class);
    Block top = new Block(yaml, new Secrets(yaml, environment), host -> false, "", tree);
    Block kafka = top.block("kafka");
    Map<String, String> client = NotifyFile.client(kafka);
    kafka.refuseOthers();
    NotifySettings.Topics topics = NotifyFile.topics(top.block("topics"));
    String answers =
        top.has("answers") ? top.block("answers").text("topic", NotifyFile.VERDICTS) : null;
    return JobTopics.needs(
        client,
        incidents == null ? topics : topics.reading(incidents),
        NotifyFile.job(top),
        answers);
  }
}
