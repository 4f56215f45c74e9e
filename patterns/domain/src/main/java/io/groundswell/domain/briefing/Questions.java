package io.groundswell.domain.briefing;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to ask people: of platform, component and region the one that most reports leave open, if
 * those that tell do not agree already.
 */
final class Questions {
  private static final Map<String, String> PLATFORM_OF_WORD =
      words(
          Map.of(
              "iOS", "ios iphone iphones ipad ipados",
              "Android", "android samsung galaxy pixel xiaomi huawei motorola oneplus",
              "Windows", "windows win10 win11",
              "Mac", "mac macos macbook imac osx",
              "Linux", "linux ubuntu debian fedora",
              "the web", "browser chrome safari edge website navegador navigateur"));

  /** Fewer reports are asked as they come. */
  private static final int LEAST = 4;

  /** What fewer leave open need not be asked. */
  private static final double OPEN = .5;

  /** Where so many of those that tell agree, they have told. */
  private static final double AGREED = .8;

  private static final int TOLD = 4;

  private Questions() {}

  /**
   * What can be asked about.
   *
   * @param about as {@link Question} calls it
   * @param alternatives how many answers there may be
   * @param of what a report says
   */
  private record Dimension(String about, int alternatives, Function<Report, Set<String>> of) {
    double unknown(List<Report> reports) {
      return reports.stream().filter(report -> of.apply(report).isEmpty()).count()
          / (double) reports.size();
    }

    boolean isTold(List<Report> reports) {
      Map<String, Integer> counts = new HashMap<>();
      int told = 0;
      for (Report report : reports) {
        Set<String> values = of.apply(report);
        told += values.isEmpty() ? 0 : 1;
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
      }
      return told >= TOLD && Collections.max(counts.values()) >= AGREED * told;
    }
  }

  /**
   * The question that would tell most, or null.
   *
   * @param subject what surges: of its own part nobody needs to ask
   * @param components of its product, with a name each
   * @param templates in whose words it is asked
   */
  static @Nullable Question of(
      List<Report> reports, Subject subject, List<String> components, Templates templates) {
    if (reports.size() < LEAST) {
      return null;
    }
    List<Dimension> dimensions = new ArrayList<>();
    dimensions.add(new Dimension("platform", 4, Questions::platforms));
    if (subject.component() == null && components.size() > 1) {
      dimensions.add(new Dimension("component", components.size(), Questions::components));
    }
    if (subject.region() == null) {
      dimensions.add(new Dimension("region", 8, Questions::regions));
    }
    return dimensions.stream()
        .filter(one -> one.unknown(reports) >= OPEN && !one.isTold(reports))
        .max(
            Comparator.comparingDouble(
                    (Dimension one) -> one.unknown(reports) * StrictMath.log(one.alternatives()))
                .thenComparing(Dimension::about))
        .map(
            one ->
                new Question(
                    one.about(),
                    Math.round(100 * one.unknown(reports)) / 100.0,
                    templates.question(Templates.FIRST, one.about(), components)))
        .orElse(null);
  }

  private static Set<String> platforms(Report report) {
    Set<String> found = new HashSet<>();
    for (Word word : report.words()) {
      String platform = PLATFORM_OF_WORD.get(word.text());
      if (platform != null) {
        found.add(platform);
      }
    }
    return found;
  }

  private static Set<String> components(Report report) {
    return parts(report, subject -> subject.region() == null ? subject.component() : null);
  }

  private static Set<String> regions(Report report) {
    return parts(report, Subject::region);
  }

  private static Set<String> parts(Report report, Function<Subject, @Nullable String> part) {
    Set<String> found = new HashSet<>();
    for (String key : report.subjects()) {
      String value = part.apply(Subject.parse(key));
      if (value != null) {
        found.add(value);
      }
    }
    return found;
  }

  private static Map<String, String> words(Map<String, String> platforms) {
    Map<String, String> words = new HashMap<>();
    platforms.forEach(
        (platform, names) ->
            List.of(names.split(" ", -1)).forEach(word -> words.put(word, platform)));
    return words;
  }
}
