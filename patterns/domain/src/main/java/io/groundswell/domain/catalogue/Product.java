package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product that is watched, and everything by which a post is seen to be about it.
 *
 * @param id lower case, unique in the catalogue
 * @param name for people; not matched. The id where none is given
 * @param aliases words and phrases, matched as whole words with case and accents folded
 * @param handles accounts that are addressed about it, with or without {@code @}
 * @param hashtags with or without {@code #}
 * @param tags labels of a source, equal to a post's tag with case folded
 * @param exclude phrases in which an alias means something else
 * @param owner who is told, or null
 * @param importance {@link Importance#NORMAL} where none is given
 * @param runbook where to read what to do, or null
 * @param dependsOn ids of products whose failure makes this one fail
 * @param components its parts
 */
public record Product(
    String id,
    String name,
    List<String> aliases,
    List<String> handles,
    List<String> hashtags,
    List<String> tags,
    List<String> exclude,
    @Nullable String owner,
    Importance importance,
    @Nullable String runbook,
    List<String> dependsOn,
    List<Component> components)
    implements Serializable {

  /** Copies the lists; a reader passes null for a name or importance that a file does not give. */
  public Product {
    name = Objects.requireNonNullElse(name, id);
    aliases = List.copyOf(aliases);
    handles = List.copyOf(handles);
    hashtags = List.copyOf(hashtags);
    tags = List.copyOf(tags);
    exclude = List.copyOf(exclude);
    importance = Objects.requireNonNullElse(importance, Importance.NORMAL);
    dependsOn = List.copyOf(dependsOn);
    components = List.copyOf(components);
  }

  /** A product known by aliases alone. */
  public static Product of(String id, String... aliases) {
    return new Product(
        id,
        id,
        List.of(aliases),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Importance.NORMAL,
        null,
        List.of(),
        List.of());
  }
}
