package io.groundswell.domain.catalogue;

import io.groundswell.domain.contact.SupportContact;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which subjects of a catalogue a support contact is about: by the ids that it gives, never
 * by words. Built once; immutable and safe to share between threads.
 */
public final class ContactRecogniser implements Serializable {
  private final Map<String, Set<String>> componentsByProduct = new HashMap<>();
  private final Set<String> ownRegions = new HashSet<>();
  private final Names names;

  /** Reads the ids of a catalogue that has no {@link Catalogue#problems()}. */
  public ContactRecogniser(Catalogue catalogue) {
    this.names = new Names(catalogue);
    for (Product product : catalogue.products()) {
      Set<String> components = new HashSet<>();
      product.components().forEach(component -> components.add(component.id()));
      componentsByProduct.put(product.id(), components);
    }
    catalogue.regions().forEach(region -> ownRegions.add(region.id()));
  }

  /** What the contact is about; a component or region that nobody knows is left out. */
  public Recognition recognise(SupportContact contact) {
    Set<String> known = componentsByProduct.get(contact.product());
    List<String> products = known == null ? List.of() : List.of(contact.product());
    String component = contact.component();
    List<String> components =
        known == null || component == null || !known.contains(component)
            ? List.of()
            : List.of(Subject.component(contact.product(), component).key());
    return new Recognition(products, components, regions(contact.region()), true);
  }

  private List<String> regions(@Nullable String given) {
    if (given == null) {
      return List.of();
    }
    if (ownRegions.contains(given)) {
      return List.of(given);
    }
    TreeSet<String> regions = new TreeSet<>();
    Place place = Gazetteer.place(given);
    for (String code : place.codes()) {
      regions.add(code);
      regions.addAll(names.regionsAround(code));
    }
    return List.copyOf(regions);
  }
}
