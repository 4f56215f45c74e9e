package io.groundswell.jobs.history.settings;

import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.settings.HistoryContent.MaintenanceKeys;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.settings.Durations;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import io.groundswell.jobs.surge.settings.Secrets;
import io.groundswell.jobs.surge.settings.SettingsException;
import io.groundswell.jobs.surge.settings.Yaml;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads {@code history.yaml}; a key that it does not hold keeps its default. */
public final class HistoryFile {
  static final String FOREVER = "forever";
  private static final String NEVER = "never";
  private static final Duration DAY = Duration.ofDays(1);
  private static final int LARGEST_PORT = 65_535;

  private final YamlFile yaml;
  private final Secrets secrets;
  private final Path file;

  private HistoryFile(YamlFile yaml, Secrets secrets, Path file) {
    this.yaml = yaml;
    this.secrets = secrets;
    this.file = file.toAbsolutePath();
  }

  /**
   * The settings in a file.
   *
   * @param environment what {@code ${NAME}} stands for
   * @throws SettingsException in one line, with the place and how to mend it
   */
  public static HistorySettings read(Path file, Map<String, String> environment) {
    YamlFile yaml = YamlFile.read(file, "let 'history --init' write one");
    HistoryContent content = yaml.bind(Yaml.mapper(), HistoryContent.class);
    return new HistoryFile(yaml, new Secrets(yaml, environment), file).settings(content);
  }

  /** A commented file with every key. */
  public static String template() {
    try (InputStream bytes = HistoryFile.class.getResourceAsStream("history.yaml")) {
      return new String(
          Objects.requireNonNull(bytes, "history.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HistorySettings settings(HistoryContent content) {
    Map<String, String> kafka =
        new HashMap<>(secrets.fill("/kafka/security", content.kafka.security));
    kafka.put("bootstrap.servers", content.kafka.brokers);
    between("/commit_every", content.commitEvery, Duration.ofSeconds(1), Duration.ofHours(1));
    MaintenanceKeys maintenance = content.maintenance;
    between("/maintenance/every", maintenance.every, Duration.ofSeconds(1), DAY);
    between("/maintenance/strays", maintenance.strays, DAY, DAY.multipliedBy(365));
    if (content.ports.health != 0 && content.ports.health == content.ports.metrics) {
      throw wrong("/ports/health", "health is the port of metrics", "use another");
    }
    boolean folder = content.catalogue.isEmpty();
    if (!folder && yaml.has("/warehouse")) {
      throw wrong("/warehouse", "both warehouse and catalogue are given", "keep one of them");
    }
    return new HistorySettings(
        kafka,
        content.topics.byTable(),
        folder ? file.resolveSibling(content.warehouse).toString() : null,
        folder ? null : place(content.catalogue),
        content.commitEvery,
        new Retention(days(content.retention.byTable()), maintenance.snapshots, maintenance.strays),
        maintenance.every,
        snapshots(content.snapshotEvery),
        file.resolveSibling(content.stateFolder).toString(),
        content.job,
        new Ports(
            port("/ports/metrics", content.ports.metrics),
            port("/ports/health", content.ports.health)));
  }

  private int port(String place, int port) {
    if (port < 0 || port > LARGEST_PORT) {
      throw wrong(place, name(place) + " is " + port, "use 1 to " + LARGEST_PORT + ", or 0");
    }
    return port;
  }

  private Duration snapshots(String written) {
    if (written.equals(NEVER)) {
      return Duration.ZERO;
    }
    return Durations.parse(written)
        .filter(every -> every.compareTo(Duration.ofSeconds(1)) >= 0)
        .filter(every -> every.compareTo(Duration.ofDays(7)) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    "/snapshot_every",
                    "snapshot_every is '" + written + "'",
                    "use 1s to 7d, or never"));
  }

  private Place place(Map<String, String> written) {
    Map<String, String> properties = new HashMap<>(written);
    properties.replaceAll((key, value) -> secrets.fill("/catalogue/" + key, value));
    return new Place(properties);
  }

  private Map<HistoryTable, Integer> days(Map<HistoryTable, String> written) {
    Map<HistoryTable, Integer> days = new EnumMap<>(HistoryTable.class);
    written.forEach(
        (table, kept) -> {
          if (!kept.equals(FOREVER)) {
            days.put(table, days("/retention/" + table.label(), kept));
          }
        });
    return days;
  }

  private int days(String place, String kept) {
    return Durations.parse(kept)
        .filter(duration -> duration.compareTo(DAY) >= 0 && duration.toSeconds() % 86_400 == 0)
        .map(duration -> (int) duration.toDays())
        .orElseThrow(
            () -> wrong(place, name(place) + " is '" + kept + "'", "use 1d or more, or forever"));
  }

  private void between(String place, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw wrong(
          place,
          name(place) + " is " + Durations.text(value),
          "use " + Durations.text(least) + " to " + Durations.text(most));
    }
  }

  private SettingsException wrong(String place, String message, String remedy) {
    return yaml.refuse(Problem.at(place, message, remedy));
  }

  private static String name(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }
}
