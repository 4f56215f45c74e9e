package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Beginnings;
import io.groundswell.domain.change.Scene;
import io.groundswell.domain.change.Suspects;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Symptom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which changes may have to do with an incident. */
final class Suspicions {
  private final Names names;

  Suspicions(Names names) {
    this.names = names;
  }

  /** Fixes when a story may have begun, by what was known when it was detected. */
  static void begin(Story story, long until) {
    IncidentUpdate update = story.told();
    double steps = Math.max(1, (until - update.onsetAt()) / (double) story.curveWidth);
    long from = Math.max(update.onsetAt(), story.calmFrom);
    int first = (int) Math.min(story.curve.size(), (from - story.curveFrom) / story.curveWidth);
    story.beginnings =
        Beginnings.of(
            story.curveFrom + first * story.curveWidth,
            story.curveWidth,
            story.curve.subList(first, story.curve.size()),
            update.expected() / steps,
            until);
  }

  /** All that is thought of changes around an incident, the likeliest cause first. */
  List<Suspicion> of(Story story, Commonality commonality, Reach reach, Surroundings surroundings) {
    if (surroundings.changes().isEmpty() || story.beginnings.isEmpty()) {
      return List.of();
    }
    Scene scene = scene(story, commonality, reach, surroundings);
    Grounds grounds = new Grounds(scene, names, story);
    return Suspects.of(scene, surroundings.changes(), surroundings.tempos(), surroundings.since())
        .stream()
        .map(finding -> new Suspicion(finding, grounds.reason(finding)))
        .toList();
  }

  private Scene scene(
      Story story, Commonality commonality, Reach reach, Surroundings surroundings) {
    IncidentUpdate update = story.told();
    Subject subject = update.subject();
    Set<String> products = ids(reach, Kind.PRODUCT);
    Set<String> components = ids(reach, Kind.COMPONENT);
    Set<String> regions = reach.everywhere() ? new TreeSet<>() : ids(reach, Kind.REGION);
    add(subject.product(), products);
    add(subject.component(), components);
    add(subject.region(), regions);
    if (products.isEmpty()) { // A region of which nobody knows yet which product fails there.
      surroundings.changes().forEach(change -> products.add(change.product()));
    }
    boolean again = story.calmFrom > update.onsetAt();
    return new Scene(
        subject,
        products,
        upstream(products),
        components,
        regions,
        reach.everywhere(),
        commonality.symptoms().stream()
            .map(Symptom::term)
            .map(term -> term.toLowerCase(Locale.ROOT))
            .collect(Collectors.toList()),
        again ? middle(story) : update.onsetAt(),
        story.beginnings,
        update.detectedAt(),
        surroundings.dark());
  }

  /** When what goes on began to go on again. */
  private static long middle(Story story) {
    return story.beginnings.get(story.beginnings.size() / 2) - story.curveWidth;
  }

  private static Set<String> ids(Reach reach, Kind kind) {
    return reach.parts().stream()
        .filter(part -> part.kind() == kind)
        .map(Part::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(@Nullable String id, Set<String> ids) {
    if (id != null) {
      ids.add(id);
    }
  }

  /** What the products depend on, however indirectly. */
  private Set<String> upstream(Set<String> products) {
    Set<String> found = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(products);
    while (!next.isEmpty()) {
      Product product = names.product(next.poll());
      if (product != null) {
        for (String other : product.dependsOn()) {
          if (!products.contains(other) && found.add(other)) {
            next.add(other);
          }
        }
      }
    }
    return new TreeSet<>(found);
  }
}
