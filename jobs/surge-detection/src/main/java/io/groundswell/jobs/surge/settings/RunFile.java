package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Reads {@code groundswell.yaml}; a key that it does not hold keeps its default. */
public final class RunFile {
  private static final ObjectMapper MAPPER = Yaml.mapper();

  private RunFile() {}

  /**
   * The settings in a file, secrets taken from the environment of this process.
   *
   * @throws SettingsException if the file cannot be read or holds no sound settings
   */
  public static RunSettings read(Path file) {
    return read(file, System.getenv());
  }

  /**
   * The settings in a file. Relative paths in it begin at its folder.
   *
   * @param environment what {@code ${NAME}} stands for in the values of {@code security}
   * @throws SettingsException if the file cannot be read or holds no sound settings
   */
  public static RunSettings read(Path file, Map<String, String> environment) {
    YamlFile yaml = YamlFile.read(file, "let 'run --init' write one");
    RunContent content = yaml.bind(MAPPER, RunContent.class);
    yaml.refuseFirst(content.problems());
    RunSettings settings =
        content.settings(new Secrets(yaml, environment), new NearbyFiles(yaml, file));
    yaml.refuseFirst(new RunCheck(settings, yaml::has).problems());
    return settings;
  }

  /** A commented settings file with every key at its default. */
  public static String template() {
    return resource("groundswell.yaml");
  }

  /** The same with a key of its own for authors' hashes. */
  public static String template(String authorKey) {
    return template().replace("author_key: none", "author_key: '" + authorKey + "'");
  }

  /** A commented catalogue of an invented company, to begin with. */
  public static String catalogueTemplate() {
    return resource("catalogue.yaml");
  }

  private static String resource(String name) {
    try (InputStream bytes = RunFile.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
