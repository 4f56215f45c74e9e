package io.groundswell.domain.proposal;

import io.groundswell.domain.post.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids and aliases, each given out once. */
final class Ids {
  private final Set<String> ids = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();

  /** A name as an id: lower-case letters, digits and hyphens. */
  String next(String name, String otherwise) {
    String bare = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String wanted = bare.isEmpty() ? otherwise : bare;
    String id = wanted;
    for (int i = 2; !ids.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  /** Those that no other product has taken. */
  List<String> unused(List<String> wanted) {
    return wanted.stream().filter(aliases::add).toList();
  }
}
