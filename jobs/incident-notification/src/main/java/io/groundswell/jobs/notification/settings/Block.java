package io.groundswell.jobs.notification.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.jobs.surge.settings.Durations;
import io.groundswell.jobs.surge.settings.Secrets;
import io.groundswell.jobs.surge.settings.SettingsException;
import io.groundswell.jobs.surge.settings.YamlFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one block of {@code notify.yaml}. Whoever reads it asks for each key by name; what is
 * missing, out of range or never asked for is refused with the file, its line and how to mend it.
 */
public final class Block {
  private final YamlFile yaml;
  private final Secrets secrets;
  private final Predicate<String> allowedHost;
  private final String pointer;
  private final JsonNode node;
  private final Set<String> asked = new TreeSet<>();

  /**
   * A block of a file.
   *
   * @param allowedHost which hosts addresses may name
   * @param pointer where it stands, as a JSON pointer
   */
  Block(
      YamlFile yaml,
      Secrets secrets,
      Predicate<String> allowedHost,
      String pointer,
      JsonNode node) {
    this.yaml = yaml;
    this.secrets = secrets;
    this.allowedHost = allowedHost;
    this.pointer = pointer;
    this.node = node;
    if (!node.isObject()) {
      throw refuse(pointer, name(pointer) + " holds no keys", "write 'key: value' lines under it");
    }
  }

  /** The block's own name: the key that it stands under. */
  public String name() {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    asked.add(key);
    return node.has(key);
  }

  /** The text of a key that has to be there. */
  public String text(String key) {
    String text = optional(key);
    if (text == null) {
      throw refuse(pointer, "'" + key + "' is missing in '" + name() + "'", "add it");
    }
    return text;
  }

  /** The text of a key, or {@code fallback} where it is not there. */
  public String text(String key, String fallback) {
    String text = optional(key);
    return text == null ? fallback : text;
  }

  /** The text of a key, or null. Variables are filled in. */
  public @Nullable String optional(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      return null;
    }
    return secrets.fill(at(key), scalar(at(key), value));
  }

  /** A secret that has to be there; written as {@code ${NAME}} or {@code ${file:PATH}} only. */
  public Secret secret(String key) {
    String text = text(key); // Says if it is missing.
    if (!Secrets.isFrom(scalar(at(key), node.get(key)))) {
      throw refuse(
          at(key),
          "'" + key + "' is a secret and stands in the file",
          "write ${NAME} for the environment or ${file:/run/secrets/name} for a mounted file");
    }
    return new Secret(text);
  }

  /** A secret, or null where the key is not there. */
  public @Nullable Secret optionalSecret(String key) {
    return has(key) ? secret(key) : null;
  }

  /**
   * An address whose host is allowed; https, or http to this machine alone.
   *
   * @param fallback where the key is not there, or null where it has to be
   */
  public URI address(String key, @Nullable String fallback) {
    String text = fallback == null ? text(key) : text(key, fallback);
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      throw refuse(at(key), "'" + key + "' is no address", "write it like https://host/path");
    }
    requireSafe(key, address);
    return address;
  }

  private void requireSafe(String key, URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw refuse(at(key), "'" + key + "' is no address", "write it like https://host/path");
    }
    if (address.getRawUserInfo() != null) {
      throw refuse(at(key), "'" + key + "' holds a user before the host", "use the keys for it");
    }
    requireAllowed(key, host);
    if (scheme.equals("http") && !Hosts.isThisMachine(host)) {
      throw refuse(at(key), "'" + key + "' is not encrypted", "use https://");
    }
  }

  /** A host that is allowed. */
  public String host(String key) {
    String host = text(key);
    requireAllowed(key, host);
    return host;
  }

  private void requireAllowed(String key, String host) {
    if (!allowedHost.test(host)) {
      throw refuse(
          at(key),
          "'" + key + "' names the host " + host + ", which is not allowed",
          "add it to allowed_hosts, if notices may go there");
    }
  }

  /** A whole number between two. */
  public int number(String key, int fallback, int least, int most) {
    String text = optional(key);
    if (text == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as what is out of range.
    }
    throw refuse(at(key), key + " is " + text, "use " + least + " to " + most);
  }

  /** A duration such as 30s. */
  public Duration duration(String key, Duration fallback) {
    String text = optional(key);
    return text == null
        ? fallback
        : Durations.parse(text)
            .orElseThrow(
                () ->
                    refuse(
                        at(key), key + " is '" + text + "'", "use a duration such as 30s or 5m"));
  }

  /** The texts of a list; one text is a list of one; empty where the key is not there. */
  public List<String> texts(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(text(key));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      String place = at(key) + "/" + i;
      texts.add(secrets.fill(place, scalar(place, value.get(i))));
    }
    return List.copyOf(texts);
  }

  /** Settings of Kafka's clients under a key; empty where it is not there. */
  public Map<String, String> clientSettings(String key) {
    asked.add(key);
    Map<String, String> written = new TreeMap<>();
    JsonNode value = node.get(key);
    if (value != null) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        written.put(entry.getKey(), scalar(at(key), entry.getValue()));
      }
    }
    return secrets.fill(at(key), written);
  }

  /** The block under a key; without keys where it is not there. */
  public Block block(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return block(at(key), value == null ? JsonNodeFactory.instance.objectNode() : value);
  }

  /** The blocks under a key, by name, in their order; empty where it is not there. */
  public List<Block> blocks(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    List<Block> blocks = new ArrayList<>();
    if (value != null && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        blocks.add(block(at(key) + "/" + i, value.get(i)));
      }
    } else if (value != null) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        blocks.add(block(at(key) + "/" + escaped(entry.getKey()), entry.getValue()));
      }
    }
    return blocks;
  }

  private Block block(String place, JsonNode value) {
    return new Block(yaml, secrets, allowedHost, place, value);
  }

  /** Refuses keys that nobody has asked for. */
  public void refuseOthers() {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (!asked.contains(key)) {
        throw refuse(at(key), "unknown key '" + key + "'", Nearest.hint(key, List.copyOf(asked)));
      }
    }
  }

  /** What is wrong with a key of this block, as one line with file, line and remedy. */
  public SettingsException wrong(String key, String message, String remedy) {
    return refuse(at(key), message, remedy);
  }

  private SettingsException refuse(String place, String message, String remedy) {
    return yaml.refuse(Problem.at(place, message, remedy));
  }

  private String scalar(String place, JsonNode value) {
    if (!value.isValueNode() || value.getNodeType() == JsonNodeType.NULL) {
      throw refuse(place, name(place) + " cannot be read", "use a word or a quoted text");
    }
    return value.asText();
  }

  private String at(String key) {
    return pointer + "/" + escaped(key);
  }

  /** As RFC 6901 wants a name in a pointer. */
  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String name(String place) {
    return place.isEmpty() ? "the file" : "'" + place.substring(place.lastIndexOf('/') + 1) + "'";
  }
}
