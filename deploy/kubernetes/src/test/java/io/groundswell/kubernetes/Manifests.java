package io.groundswell.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Resources as they go to the API server. */
final class Manifests {
  /** This module's folder. */
  static final Path HERE = Path.of("").toAbsolutePath();

  private Manifests() {}

  /** What an overlay renders to, as it is kept: {@code RenderIT} holds it to what kubectl says. */
  static Path rendered(String overlay) {
    return HERE.resolve("src/test/resources/rendered").resolve(overlay + ".yaml");
  }

  static List<JsonNode> of(String overlay) throws IOException {
    return read(Files.readString(rendered(overlay)));
  }

  static List<JsonNode> read(String yaml) throws IOException {
    try (MappingIterator<JsonNode> all =
        new YAMLMapper().readerFor(JsonNode.class).readValues(yaml)) {
      return all.readAll();
    }
  }

  /** What a resource is called where something is wrong with it. */
  static String name(JsonNode resource) {
    return resource.path("kind").asText("?") + " " + resource.at("/metadata/name").asText("?");
  }
}
