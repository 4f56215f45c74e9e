package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A region of the user's own, beside countries and their subdivisions, which are built in.
 *
 * @param id lower case, so that it cannot be taken for a country
 * @param name for people; not matched. The id where none is given
 * @param members countries (ISO 3166-1 alpha-2) and subdivisions (ISO 3166-2) that lie in it
 * @param aliases words and phrases in a post's text that name it
 */
public record Region(String id, String name, List<String> members, List<String> aliases)
    implements Serializable {

  /** Copies the lists; a reader passes null for a name that a file does not give. */
  public Region {
    name = Objects.requireNonNullElse(name, id);
    members = List.copyOf(members);
    aliases = List.copyOf(aliases);
  }
}
