package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A part of a product. It counts in a post only where its product is named as well.
 *
 * @param id lower case, unique within its product
 * @param name for people; not matched. The id where none is given
 * @param aliases words and phrases by which people call it
 * @param handles accounts that are addressed about it, with or without {@code @}
 * @param hashtags with or without {@code #}
 * @param tags labels of a source
 */
public record Component(
    String id,
    String name,
    List<String> aliases,
    List<String> handles,
    List<String> hashtags,
    List<String> tags)
    implements Serializable {

  /** Copies the lists; a reader passes null for a name that a file does not give. */
  public Component {
    name = Objects.requireNonNullElse(name, id);
    aliases = List.copyOf(aliases);
    handles = List.copyOf(handles);
    hashtags = List.copyOf(hashtags);
    tags = List.copyOf(tags);
  }

  /** A component known by aliases alone. */
  public static Component of(String id, String... aliases) {
    return new Component(id, id, List.of(aliases), List.of(), List.of(), List.of());
  }
}
