package io.groundswell.domain.report;

import io.groundswell.domain.voice.GistReader;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what reports have in common; RATIONALE.md says how. The result does not depend on their
 * order. Made for a sample of at most some sixty: time grows with the cube of their number.
 *
 * <p>Reusable, not thread-safe.
 */
public final class Commonalities {
  private static final int MOST_SYMPTOMS = 8;

  private static final Comparator<Report> IN_ORDER =
      Comparator.comparingLong(Report::at).thenComparingLong(Report::identity);

  private final Sketcher sketcher = new Sketcher();
  private final GistReader reader = new GistReader();

  /**
   * What reports have in common.
   *
   * @param reports of one incident; no two of the same voice
   * @param names what the product is called, its handles and hashtags: they name no fault
   */
  public Commonality of(List<Report> reports, Collection<String> names) {
    List<Reading> readings = read(reports, names);
    Alike alike = alike(readings);
    List<Group> groups = new Groups(readings, alike, sketcher).find();
    Set<List<String>> named = groups.stream().map(Group::stems).collect(Collectors.toSet());
    List<Finding> findings = new Symptoms(readings, sketcher::isKnown, named).find();
    Clarity clear = new Clarity(findings, sketcher);
    double[] clarity = readings.stream().mapToDouble(clear::of).toArray();
    List<Integer> shown =
        Examples.pick(readings, alike, clarity, groups.stream().map(Group::clearest).toList());
    return new Commonality(
        symptoms(findings, named),
        groups.stream().map(group -> fault(group, readings)).toList(),
        shown.stream().map(place -> readings.get(place).report().quote()).toList());
  }

  /** The reports of each fault, the largest first; those of none are left out. */
  public List<List<Report>> groups(List<Report> reports, Collection<String> names) {
    List<Reading> readings = read(reports, names);
    return new Groups(readings, alike(readings), sketcher)
        .find().stream()
            .map(group -> group.places().stream().map(i -> readings.get(i).report()).toList())
            .toList();
  }

  private List<Reading> read(List<Report> reports, Collection<String> names) {
    Set<String> own = new HashSet<>();
    for (String name : names) {
      reader.read(name.startsWith("@") ? name.substring(1) : name);
      own.addAll(reader.words());
    }
    Map<String, Long> subjects =
        reports.stream()
            .flatMap(report -> report.subjects().stream().distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    subjects.values().removeIf(count -> 2 * count <= reports.size());
    return reports.stream()
        .sorted(IN_ORDER)
        .map(report -> Reading.of(report, own, subjects.keySet()))
        .toList();
  }

  private Alike alike(List<Reading> readings) {
    return new Alike(readings.stream().map(sketcher::sketch).toList());
  }

  /** The strongest, among them those that name a fault and the strongest of each language. */
  private static List<Symptom> symptoms(List<Finding> findings, Set<List<String>> named) {
    Map<String, Finding> first = new TreeMap<>();
    findings.forEach(finding -> first.putIfAbsent(finding.symptom().lang(), finding));
    return findings.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> !named.contains(finding.stems()))
                .thenComparing(finding -> !first.containsValue(finding))
                .thenComparing(Symptoms.STRONGEST))
        .limit(MOST_SYMPTOMS)
        .sorted(Symptoms.STRONGEST)
        .map(Finding::symptom)
        .toList();
  }

  private static Fault fault(Group group, List<Reading> readings) {
    int size = group.places().size();
    return new Fault(
        group.label(),
        size,
        (double) size / readings.size(),
        group.langs(),
        readings.get(group.clearest()).report());
  }
}
