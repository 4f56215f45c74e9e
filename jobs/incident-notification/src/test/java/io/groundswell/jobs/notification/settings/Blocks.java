package io.groundswell.jobs.notification.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.web.Web;
import io.groundswell.jobs.surge.settings.Secrets;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/** Destinations as lines of settings describe them. */
public final class Blocks {
  private Blocks() {}

  /** Opens the destination, found as the job finds it, and refuses keys that it does not know. */
  public static Destination open(
      Path folder, Web web, String type, Map<String, String> secrets, String... lines) {
    Block block = block(folder, secrets, lines);
    DestinationType found =
        ServiceLoader.load(DestinationType.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals(type))
            .findFirst()
            .orElseThrow();
    Destination destination = found.open(block, web);
    block.refuseOthers();
    return destination;
  }

  /** A block of these lines. */
  public static Block block(Path folder, Map<String, String> secrets, String... lines) {
    Path file = folder.resolve("notify.yaml");
    try {
      Files.writeString(file, "it:\n  " + String.join("\n  ", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    YamlFile yaml = YamlFile.read(file, "");
    JsonNode all = yaml.bind(new ObjectMapper(new YAMLFactory()), JsonNode.class);
    return new Block(
        yaml,
        new Secrets(yaml, secrets),
        new Hosts(List.of("localhost", "127.0.0.1", "mail.example.org")),
        "/it",
        Objects.requireNonNull(all.get("it")));
  }
}
