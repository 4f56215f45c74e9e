package io.groundswell.domain.pattern;

import java.io.Serializable;
import java.util.List;

/**
 * Traits that go together.
 *
 * @param traits each of which has to hold
 */
public record Clause(List<Trait> traits) implements Serializable {
  /** No trait: every bucket is of it. */
  public static final Clause EMPTY = new Clause(List.of());

  /** Copies the list. */
  public Clause {
    traits = List.copyOf(traits);
  }
}
