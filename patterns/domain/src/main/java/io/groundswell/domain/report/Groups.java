package io.groundswell.domain.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what the reports of each group have in common and the others do not. */
final class Groups {
  private static final int MOST_TERMS = 2;

  private final List<Reading> readings;
  private final Alike alike;
  private final Sketcher sketcher;

  /** Of reports, and of how alike they are. */
  Groups(List<Reading> readings, Alike alike, Sketcher sketcher) {
    this.readings = readings;
    this.alike = alike;
    this.sketcher = sketcher;
  }

  /** The groups of one fault each, the largest first. What has nothing to be named by is none. */
  List<Group> find() {
    return Grouping.of(alike, Symptoms.enough(readings.size())).stream()
        .map(this::describe)
        .filter(group -> !group.label().isEmpty())
        .toList();
  }

  private Group describe(List<Integer> places) {
    List<Reading> members = places.stream().map(readings::get).toList();
    List<String> langs = byCount(members.stream().map(Reading::lang), 1);
    List<Finding> findings =
        new Symptoms(members, sketcher::isKnown, Set.of())
            .find().stream()
                .map(finding -> finding.among(readings))
                .sorted(Symptoms.STRONGEST)
                .toList();
    List<Finding> terms = terms(findings, langs);
    return new Group(
        places,
        terms.isEmpty() ? about(members) : Group.label(terms),
        terms.isEmpty() ? List.of() : terms.get(0).stems(),
        langs,
        clearest(places, findings));
  }

  /** Keys by how many have them, of several the first of the alphabet. */
  private static List<String> byCount(Stream<String> keys, long least) {
    Map<String, Long> counts =
        keys.collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The terms that tell most, in the commonest language that has any. */
  private static List<Finding> terms(List<Finding> findings, List<String> langs) {
    return langs.stream()
        .map(lang -> findings.stream().filter(one -> one.symptom().lang().equals(lang)).toList())
        .filter(Predicate.not(List::isEmpty))
        .findFirst()
        .map(Groups::apart)
        .orElse(List.of());
  }

  /** The first, and a second that shares no word with it and is one of complaints. */
  private static List<Finding> apart(List<Finding> findings) {
    Finding first = findings.get(0);
    return Stream.concat(
            Stream.of(first),
            findings.stream()
                .filter(finding -> finding.symptom().known())
                .filter(second -> Collections.disjoint(first.stems(), second.stems())))
        .limit(MOST_TERMS)
        .toList();
  }

  /** The concept, or else the component, that at least half of them are about; or nothing. */
  private String about(List<Reading> members) {
    long half = (members.size() + 1L) / 2;
    Stream<String> concepts =
        members.stream().flatMap(reading -> sketcher.concepts(reading).keySet().stream());
    Stream<String> components =
        members.stream()
            .flatMap(reading -> reading.components().stream())
            .map(key -> key.substring(key.indexOf('/') + 1));
    return Stream.concat(byCount(concepts, half).stream(), byCount(components, half).stream())
        .findFirst()
        .orElse("");
  }

  /** Clear, and near to the others. */
  private int clearest(List<Integer> places, List<Finding> findings) {
    Clarity clarity = new Clarity(findings, sketcher);
    return places.stream()
        .max(
            Comparator.comparingDouble(
                    (Integer place) -> clarity.of(readings.get(place)) * alike.near(place, places))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
