package io.groundswell.jobs.notification.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.jobs.notification.answer.Answers;
import io.groundswell.jobs.notification.delivery.Dispatcher.Patience;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.web.Web;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code notify.yaml}. What travels to the machine that delivers is the text, where {@code
 * ${NAME}} is still a name; secrets are filled in there.
 */
public final class NotifyFile {
  static final ObjectMapper MAPPER = Yaml.mapper();
  private static final Pattern LISTEN =
      Pattern.compile(
          "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3})");
  static final String WRITE_ONE = "let 'notify --init' write one";

  static final String VERDICTS = "verdicts";

  private static final int LARGEST_PORT = 65_535;

  private NotifyFile() {}

  /**
   * The text of a settings file.
   *
   * @throws SettingsException if it cannot be read or is no YAML
   */
  public static String text(Path file) {
    return YamlFile.read(file, WRITE_ONE).text();
  }

  /**
   * The settings in a text.
   *
   * @param file where it stands, for messages
   * @param environment what {@code ${NAME}} stands for
   * @param web how destinations are reached
   * @throws SettingsException in one line, with the place and how to mend it
   */
  public static NotifySettings read(
      Path file, String text, Map<String, String> environment, Web web) {
    YamlFile yaml = YamlFile.of(file, text, WRITE_ONE);
    JsonNode tree = yaml.bind(MAPPER, JsonNode.class);
    Secrets secrets = new Secrets(yaml, environment);
    Block hosts = new Block(yaml, secrets, host -> false, "", tree);
    Block top = new Block(yaml, secrets, new Hosts(hosts.texts("allowed_hosts")), "", tree);
    top.has("allowed_hosts");
    Map<String, Destination> destinations = destinations(top, web);
    Block kafka = top.block("kafka");
    Map<String, String> client = client(kafka);
    NotifySettings settings =
        new NotifySettings(
            client,
            topics(top.block("topics")),
            job(top),
            stateFolder(file, top),
            destinations,
            new RouteBlocks(destinations.keySet()).routes(top),
            new Patience(
                top.duration("fallback_after", Duration.ofSeconds(60)),
                top.duration("give_up_after", Duration.ofHours(24))),
            top.has("answers") ? answers(top.block("answers")) : null,
            ports(top.block("ports")));
    ReportFile.check(top);
    kafka.refuseOthers();
    top.refuseOthers();
    return settings;
  }

  /** Kafka's own client settings. */
  static Map<String, String> client(Block kafka) {
    Map<String, String> client = new TreeMap<>(kafka.clientSettings("security"));
    client.put("bootstrap.servers", kafka.text("brokers", "localhost:9092"));
    return client;
  }

  static String job(Block top) {
    return top.text("job", "groundswell-notification");
  }

  /** A folder of this machine, beside the file where it is relative. */
  private static String stateFolder(Path file, Block top) {
    String written = top.text("state_folder", "notification-state");
    if (written.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
      throw top.wrong(
          "state_folder", "state_folder is an address", "name a folder of this machine");
    }
    return file.toAbsolutePath().resolveSibling(written).toString();
  }

  static NotifySettings.Topics topics(Block block) {
    NotifySettings.Topics topics =
        new NotifySettings.Topics(
            block.text("incidents", "incidents"),
            block.text("deliveries", "deliveries"),
            block.text("requests", "notification-requests"));
    block.refuseOthers();
    return topics;
  }

  private static Ports ports(Block block) {
    Ports ports =
        new Ports(
            block.number("metrics", 0, 0, LARGEST_PORT),
            block.number("health", 0, 0, LARGEST_PORT));
    if (ports.health() != 0 && ports.health() == ports.metrics()) {
      throw block.wrong("health", "health is the port of metrics", "use another");
    }
    block.refuseOthers();
    return ports;
  }

  private static Answers answers(Block block) {
    String listen = block.text("listen", "127.0.0.1:8085");
    Matcher parts = LISTEN.matcher(listen);
    if (!parts.matches()) {
      throw block.wrong("listen", "listen is '" + listen + "'", "write it like 127.0.0.1:8085");
    }
    Answers answers =
        new Answers(
            parts.group(1),
            Integer.parseInt(parts.group(2)),
            block.secret("signing_key"),
            block.optionalSecret("pagerduty_secret"),
            block.text("topic", VERDICTS));
    block.refuseOthers();
    return answers;
  }

  private static Map<String, Destination> destinations(Block top, Web web) {
    Map<String, DestinationType> types = types();
    Map<String, Destination> destinations = new LinkedHashMap<>();
    for (Block block : top.blocks("destinations")) {
      String name = block.text("type");
      DestinationType type = types.get(name);
      if (type == null) {
        List<String> known = new ArrayList<>(types.keySet());
        throw block.wrong("type", "there is no type '" + name + "'", Nearest.hint(name, known));
      }
      destinations.put(block.name(), Paced.as(block, type.open(block, web)));
      block.refuseOthers();
    }
    if (destinations.isEmpty()) {
      throw top.wrong("destinations", "there is no destination", "add one under 'destinations'");
    }
    return destinations;
  }

  private static Map<String, DestinationType> types() {
    Map<String, DestinationType> types = new TreeMap<>();
    ServiceLoader.load(DestinationType.class, NotifyFile.class.getClassLoader())
        .forEach(type -> types.put(type.name(), type));
    return types;
  }

  /** A commented file with every key. */
  public static String template() {
    try (InputStream bytes = NotifyFile.class.getResourceAsStream("notify.yaml")) {
      return new String(
          Objects.requireNonNull(bytes, "notify.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
