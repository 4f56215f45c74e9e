package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.BlastRadius.Affected;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.report.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where an incident is, and where it is not. */
final class Reaches {
  /** So unlikely is a silence that speaks. */
  private static final double UNLIKELY = .01;

  /** Complaints that a region would have, from which its share can be judged. */
  private static final double JUDGED = 5;

  private static final int SEVERAL = 3;

  private final Catalogue catalogue;
  private final Names names;

  Reaches(Catalogue catalogue, Names names) {
    this.catalogue = catalogue;
    this.names = names;
  }

  /** By the desk's figures, and the shares that places have of what was reported. */
  Reach of(Story story, Habits habits) {
    IncidentUpdate update = story.told();
    String product = update.subject().product();
    List<Part> parts = parts(update);
    Places places = places(story, habits, parts);
    Set<String> unaffected = new TreeSet<>();
    update.blastRadius().unaffected().stream()
        .filter(id -> isCalm(Subject.component(String.valueOf(product), id), story, habits))
        .forEach(unaffected::add);
    unaffected.addAll(places.without);
    unaffected.addAll(otherProducts(product, parts));
    return new Reach(
        places.everywhere(),
        parts,
        List.copyOf(unaffected),
        places.without.stream().map(names::ofRegion).toList());
  }

  private List<Part> parts(IncidentUpdate update) {
    String product = update.subject().product();
    BlastRadius radius = update.blastRadius();
    List<Part> parts = new ArrayList<>();
    for (Affected one : radius.regions()) {
      parts.add(part(Kind.REGION, names.ofRegion(one.id()), one, update));
    }
    for (Affected one : radius.components()) {
      parts.add(part(Kind.COMPONENT, names.ofComponent(product, one.id()), one, update));
    }
    for (Affected one : radius.products()) {
      parts.add(part(Kind.PRODUCT, names.ofProduct(one.id()), one, update));
    }
    parts.sort(
        Comparator.comparingLong(Part::since).thenComparing(Part::kind).thenComparing(Part::id));
    return parts;
  }

  private static Part part(Kind kind, String name, Affected one, IncidentUpdate update) {
    double chance = Chance.atLeast(one.observed(), Math.max(1e-6, one.expected()));
    double share =
        update.observed() == 0 ? 0 : Math.min(1, one.observed() / (double) update.observed());
    return new Part(
        kind,
        one.id(),
        name,
        one.since(),
        one.observed(),
        one.expected(),
        rounded(share),
        rounded(1 - chance));
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  /**
   * Regions that can be judged.
   *
   * @param with have as much of it as usual, or more
   * @param fewer have less
   * @param without have no more complaints than they always have
   */
  private record Places(int with, int fewer, List<String> without) {
    boolean everywhere() {
      return with >= SEVERAL && fewer == 0;
    }
  }

  private static Places places(Story story, Habits habits, List<Part> parts) {
    Subject subject = story.told().subject();
    Tally all = story.tally(String.valueOf(subject.product()));
    List<String> without = new ArrayList<>();
    int with = 0;
    int fewer = 0;
    if (subject.isPlace() || all == null || !habits.tell()) {
      return new Places(0, 0, without);
    }
    Set<String> affected = new HashSet<>();
    parts.forEach(part -> affected.add(part.id()));
    for (String key : habits.subjects()) {
      String region = Subject.parse(key).region();
      double share = Math.min(.99, habits.share(key));
      if (region == null || all.posts() * share < JUDGED) {
        continue;
      }
      Tally here = story.tally(key);
      int posts = here == null ? 0 : here.posts();
      if (affected.contains(region) || Chance.atMost(posts, all.posts(), share) >= UNLIKELY) {
        with++;
      } else {
        fewer++;
        if (isCalm(Subject.parse(key), story, habits)) {
          without.add(region);
        }
      }
    }
    return new Places(with, fewer, without);
  }

  /** Not elevated yet is not calm: whether complaints name it no more often than usual. */
  private static boolean isCalm(Subject part, Story story, Habits habits) {
    IncidentUpdate update = story.told();
    Tally named = story.tally(part.key());
    if (named == null) {
      return true;
    }
    double own = habits.share(update.subject().key());
    double usual = update.expected() / (own > 0 ? own : 1) * habits.share(part.key());
    return Chance.atLeast(named.posts(), Math.max(1e-6, usual)) >= UNLIKELY;
  }

  /** Products that depend on the incident's or on which it depends, and that are calm. */
  private Set<String> otherProducts(@Nullable String id, List<Part> parts) {
    Set<String> others = new TreeSet<>();
    Product own = names.product(id);
    if (own == null) {
      return others;
    }
    others.addAll(own.dependsOn());
    for (Product product : catalogue.products()) {
      if (product.dependsOn().contains(own.id())) {
        others.add(product.id());
      }
    }
    parts.stream()
        .filter(part -> part.kind() == Kind.PRODUCT)
        .forEach(part -> others.remove(part.id()));
    return others;
  }
}
