package io.groundswell.domain.catalogue;

import java.io.Serializable;
import java.util.List;

/** Which regions lie in which: built-in ones by their codes, own ones by their members. */
public final class Regions implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<Region> own;

  /** The built-in regions and those of a catalogue. */
  public Regions(List<Region> own) {
    this.own = List.copyOf(own);
  }

  /** Whether two regions, by id, have no place in common as far as is known. */
  public boolean apart(String one, String other) {
    return !within(one, other) && !within(other, one) && !overlap(one, other);
  }

  /** Whether a region is the other, or lies in it: {@code US-CA} in {@code US}. */
  private static boolean within(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + "-");
  }

  private boolean overlap(String one, String other) {
    for (String part : parts(one)) {
      for (String otherPart : parts(other)) {
        if (within(part, otherPart) || within(otherPart, part)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<String> parts(String id) {
    for (Region region : own) {
      if (region.id().equals(id)) {
        return region.members();
      }
    }
    return List.of(id);
  }
}
