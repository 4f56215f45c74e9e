package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what the reports of each group have in common and the others do not. */
final class Groups {
  /** Of fewer reports, two are a fault; else three. */
  private static final int FEW = 12;

  /** Of many reports, one in so many. */
  private static final int SHARE = 12;

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
    int least = Math.max(readings.size() < FEW ? 2 : 3, readings.size() / SHARE);
    return Grouping.of(alike, least).stream()
        .map(this::describe)
        .filter(group -> !group.label().isEmpty())
        .toList();
  }

  private Group describe(List<Integer> places) {
    List<Reading> members = places.stream().map(readings::get).toList();
    List<String> langs = byCount(members.stream().map(Reading::lang), 1);
    List<Finding> findings =
        new Symptoms(members, sketcher::isKnown)
            .find().stream()
                .map(finding -> finding.among(readings))
                .sorted(Symptoms.STRONGEST)
                .toList();
    return new Group(places, label(members, findings, langs), langs, clearest(places, findings));
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

  /**
   * The terms that tell most in the commonest language that has any; else the concept that most of
   * them name; else nothing.
   */
  private String label(List<Reading> members, List<Finding> findings, List<String> langs) {
    for (String lang : langs) {
      List<String> terms = terms(findings, lang);
      if (!terms.isEmpty()) {
        return String.join(", ", terms);
      }
    }
    Stream<String> concepts =
        members.stream().flatMap(reading -> sketcher.concepts(reading).keySet().stream());
    return byCount(concepts, (members.size() + 1) / 2).stream().findFirst().orElse("");
  }

  private static List<String> terms(List<Finding> findings, String lang) {
    List<String> terms = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Finding finding : findings) {
      boolean fresh = finding.stems().stream().noneMatch(said::contains);
      if (fresh && terms.size() < MOST_TERMS && finding.symptom().lang().equals(lang)) {
        terms.add(finding.symptom().term());
        said.addAll(finding.stems());
      }
    }
    return terms;
  }

  /** Clear, and near to the others. */
  private int clearest(List<Integer> places, List<Finding> findings) {
    Clarity clarity = new Clarity(findings, sketcher::saysWhatIsWrong);
    return places.stream()
        .max(
            Comparator.comparingDouble(
                    (Integer place) -> clarity.of(readings.get(place)) * alike.near(place, places))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }
}
