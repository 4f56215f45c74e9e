package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far an incident reaches: only what is or was itself elevated, each part ordered by id.
 *
 * @param regions elevated regions
 * @param components elevated components
 * @param products elevated products
 * @param unaffected ids of the product's components that are not elevated
 */
public record BlastRadius(
    List<Affected> regions,
    List<Affected> components,
    List<Affected> products,
    List<String> unaffected) {

  /** Nothing is affected. */
  static final BlastRadius NONE = new BlastRadius(List.of(), List.of(), List.of(), List.of());

  /**
   * A part of the blast radius.
   *
   * @param id region, component or product id
   * @param observed authors with a complaint since its own onset
   * @param expected their baseline
   * @param since end of the bucket in which the incident reached it, epoch milliseconds
   */
  public record Affected(String id, long observed, double expected, long since) {}

  static BlastRadius of(List<Extent> members, Subject incident, @Nullable Product product) {
    List<Affected> regions = new ArrayList<>();
    List<Affected> components = new ArrayList<>();
    List<Affected> products = new ArrayList<>();
    for (Extent member : members) {
      Subject subject = Subject.parse(member.subject());
      boolean overProducts = incident.product() == null;
      boolean other = !overProducts && !Objects.equals(incident.product(), subject.product());
      if (subject.term() != null) {
        continue; // A word for what fails, not a part that does.
      }
      if (other && subject.product() != null) {
        addDependant(subject, member, products);
      } else if (subject.component() != null) {
        components.add(affected(subject.component(), member));
      } else if (subject.product() != null && (overProducts || subject.region() == null)) {
        products.add(affected(subject.product(), member));
      } else if (subject.region() != null && overProducts == (subject.product() == null)) {
        regions.add(affected(subject.region(), member));
      }
    }
    for (List<Affected> part : List.of(regions, components, products)) {
      part.sort(Comparator.comparing(Affected::id));
    }
    return new BlastRadius(regions, components, products, unaffected(product, components));
  }

  /** Of a product that fails with the incident's own, the product as a whole says enough. */
  private static void addDependant(Subject subject, Extent member, List<Affected> products) {
    if (subject.component() == null && subject.region() == null) {
      products.add(affected(String.valueOf(subject.product()), member));
    }
  }

  private static Affected affected(String id, Extent member) {
    return new Affected(
        id,
        Math.round(member.observed()),
        member.expected(),
        member.reached() == 0 ? member.onset() : member.reached());
  }

  private static List<String> unaffected(@Nullable Product product, List<Affected> components) {
    Set<String> calm = new TreeSet<>();
    if (product != null) {
      for (Component component : product.components()) {
        calm.add(component.id());
      }
    }
    components.forEach(component -> calm.remove(component.id()));
    return List.copyOf(calm);
  }
}
