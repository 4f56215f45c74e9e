package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings whose values nobody may see: {@code ${NAME}} is taken from the environment, {@code
 * ${file:/run/secrets/name}} from a mounted file.
 */
public final class Secrets {
  /** A variable, or the beginning of something that is none. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?:(file:[^}]+|[A-Za-z_][A-Za-z0-9_]*)})?");

  private static final String FILE = "file:";

  private final YamlFile yaml;
  private final Map<String, String> environment;

  /** Secrets of a settings file. */
  public Secrets(YamlFile yaml, Map<String, String> environment) {
    this.yaml = yaml;
    this.environment = environment;
  }

  /**
   * Settings of Kafka's clients with each {@code ${NAME}} replaced, once: what comes in stays as it
   * is.
   *
   * @throws SettingsException where one is no setting of theirs, or a variable is not there
   */
  public Map<String, String> fill(String pointer, Map<String, String> written) {
    Map<String, String> filled = new TreeMap<>();
    written.forEach(
        (key, value) -> {
          String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
          requireKnown(place, key);
          filled.put(key, fill(place, value));
        });
    return filled;
  }

  /** Kafka's clients only log a setting that they do not know, and connect without it. */
  private void requireKnown(String pointer, String key) {
    if (KafkaSecurity.KEYS.contains(key)) {
      return;
    }
    String nearest = Nearest.to(key, KafkaSecurity.KEYS);
    throw yaml.refuse(
        nearest == null
            ? Problem.at(
                pointer,
                YamlLines.name(pointer) + " is no security setting of Kafka's clients",
                "use those that begin with security., sasl. or ssl.")
            : Problem.at(pointer, "unknown key '" + key + "'", "did you mean '" + nearest + "'?"));
  }

  /** Whether a value takes anything from outside the settings file. */
  public static boolean isFrom(String value) {
    return VARIABLE.matcher(value).find();
  }

  /**
   * A value with each {@code ${NAME}} and {@code ${file:PATH}} replaced, once.
   *
   * @throws SettingsException where a variable or a file is not there
   */
  public String fill(String pointer, String value) {
    return VARIABLE.matcher(value).replaceAll(found -> variable(pointer, found.group(1)));
  }

  private String variable(String pointer, @Nullable String name) {
    if (name == null) {
      String message = YamlLines.name(pointer) + " holds '${' without a variable's name and '}'";
      throw yaml.refuse(Problem.at(pointer, message, "write it like ${KAFKA_PASSWORD}"));
    }
    if (name.startsWith(FILE)) {
      return Matcher.quoteReplacement(mounted(pointer, name.substring(FILE.length())));
    }
    String value = environment.get(name);
    if (value == null) {
      String message = YamlLines.name(pointer) + " needs the environment variable " + name;
      throw yaml.refuse(Problem.at(pointer, message + ", which is not set", "set it"));
    }
    return Matcher.quoteReplacement(value);
  }

  /** Files end in a line end that is no part of the secret. */
  private String mounted(String pointer, String path) {
    try {
      return LocalFiles.text(Path.of(path)).strip();
    } catch (IOException | InvalidPathException e) {
      String message = YamlLines.name(pointer) + " needs the file " + path;
      throw yaml.refuse(
          Problem.at(pointer, message + ", which cannot be read", "mount it, or mend the path"));
    }
  }
}
