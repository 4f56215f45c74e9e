package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which regions a list of regions has a part in: own regions by id or alias, countries and
 * subdivisions by code or name. Built once; immutable and safe to share between threads.
 */
public final class RegionNames implements Serializable {
  private static final Set<String> EVERYWHERE =
      Set.of("*", "all", "any", "everywhere", "global", "world", "worldwide");

  private final List<Region> regions;
  private final Map<String, Region> own = new HashMap<>();

  /** Reads the regions of a catalogue that has no {@link Catalogue#problems()}. */
  public RegionNames(Catalogue catalogue) {
    this.regions = catalogue.regions();
    for (Region region : regions) {
      region.aliases().forEach(alias -> own.putIfAbsent(folded(alias), region));
    }
    regions.forEach(region -> own.put(region.id(), region));
  }

  /**
   * All regions that have a part in what is named, sorted: what is named, what that contains, what
   * contains that; of a country that is named as a whole, no subdivision. Empty where everywhere,
   * and where a name is among them that nobody knows: that may be anywhere.
   */
  public List<String> around(List<String> given) {
    Set<String> named = new TreeSet<>();
    Set<String> codes = new HashSet<>();
    for (String name : given) {
      if (EVERYWHERE.contains(folded(name))) {
        return List.of();
      }
      Region region = own.get(folded(name));
      String code = region == null ? code(name) : null;
      if (region != null) {
        named.add(region.id());
        codes.addAll(region.members());
      } else if (code != null) {
        codes.add(code);
      } else {
        return List.of();
      }
    }
    codes.removeIf(code -> Gazetteer.isSubdivision(code) && codes.contains(country(code)));
    codes.forEach(code -> named.add(country(code)));
    named.addAll(codes);
    for (Region region : regions) {
      if (region.members().stream().anyMatch(member -> touches(member, codes))) {
        named.add(region.id());
      }
    }
    return List.copyOf(named);
  }

  /** Whether a member of a region and the codes have land in common. */
  private static boolean touches(String member, Set<String> codes) {
    return codes.contains(member)
        || codes.contains(country(member))
        || (!Gazetteer.isSubdivision(member)
            && codes.stream().anyMatch(code -> country(code).equals(member)));
  }

  private static @Nullable String code(String name) {
    Place place = Gazetteer.place(name);
    if (!place.isKnown() && name.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      place = FreeText.place(name); // A name; what has digits is a data centre's.
    }
    return place.subdivision() == null ? place.country() : place.subdivision();
  }

  private static String country(String code) {
    return code.substring(0, 2);
  }

  private static String folded(String name) {
    return Folding.fold(name).strip();
  }
}
