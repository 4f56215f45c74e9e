package io.groundswell.domain.briefing;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Finding;
import io.groundswell.domain.change.Scene;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why a change is suspected or is not. */
final class Grounds {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long TEN_MINUTES = 600_000;
  private static final int LONGEST_NAME = 60;

  /** Fewer complaints do not tell whether they have become fewer. */
  private static final int TELLING = 4;

  private final Scene scene;
  private final Names names;
  private final Story story;

  Grounds(Scene scene, Names names, Story story) {
    this.scene = scene;
    this.names = names;
    this.story = story;
  }

  /** A change in a few words: its kind and what it says of itself. */
  static String name(Change change) {
    String summary = change.summary();
    String shown =
        summary.length() <= LONGEST_NAME ? summary : summary.substring(0, LONGEST_NAME - 1) + "…";
    return "%s \"%s\"".formatted(change.kind(), shown);
  }

  /** Why. */
  String reason(Finding finding) {
    Change change = finding.change();
    return switch (finding.ground()) {
      case NEAR_AND_RARE, NOT_TELLING -> before(finding);
      case TOO_LATE ->
          "the surge began %s before this %s".formatted(length(finding), change.kind());
      case ELSEWHERE ->
          "made in %s only, and complaints come from %s"
              .formatted(places(change), names.ofRegion(String.valueOf(scene.subject().region())));
      case OTHER_PRODUCT ->
          "it changed %s, which shows no surge and which nothing that surges depends on"
              .formatted(names.ofProduct(change.product()));
      case TAKEN_BACK ->
          "taken back at %s, before the surge began".formatted(clock(other(finding).at()));
      case TAKES_BACK -> remedy(finding);
    };
  }

  private String before(Finding finding) {
    Change change = finding.change();
    List<String> parts = new ArrayList<>();
    parts.add(
        finding.minutes() >= 0
            ? "%s before the surge began".formatted(length(finding))
            : "as the surge began");
    fit(change, parts);
    if (scene.isNamedBy(change)) {
      parts.add("and it names what people report");
    }
    if (scene.dark().stream().anyMatch(dark -> dark.covers(change.at()))) {
      parts.add("made while a source was blind");
    }
    if (finding.other() != null) {
      parts.add(
          "taken back at %s%s".formatted(clock(finding.other().at()), since(finding.other())));
    }
    return String.join(", ", parts) + "; " + chance(finding);
  }

  /** How it fits what surges, and where. */
  private void fit(Change change, List<String> parts) {
    String component = change.component();
    if (component != null) {
      boolean surges = scene.components().contains(component);
      String name = names.ofComponent(change.product(), component);
      parts.add("in " + name + (surges ? ", which surges" : ""));
    }
    if (!scene.products().contains(change.product())) {
      parts.add("in %s, on which it depends".formatted(names.ofProduct(change.product())));
    }
    if (!change.regions().isEmpty()) {
      boolean surges = scene.regions().stream().anyMatch(change::isIn);
      parts.add("only in " + places(change) + (surges ? ", where complaints come from" : ""));
    }
  }

  private static String chance(Finding finding) {
    double times = 1 / Math.max(1e-6, finding.byChance());
    return times < 2
        ? "such changes are so frequent that this says little"
        : "by chance such a change is so near once in %s times".formatted(rounded(times));
  }

  private static String rounded(double times) {
    BigDecimal digits = new BigDecimal(times).round(new MathContext(2));
    return digits.stripTrailingZeros().toPlainString();
  }

  private String remedy(Finding finding) {
    Change undone = finding.other();
    String what = undone == null ? "takes something back" : "takes back " + name(undone);
    return what + since(finding.change());
  }

  /** Whether complaints have become fewer since. */
  private String since(Change change) {
    long now = story.told().updatedAt();
    int then = posts(change.at() - TEN_MINUTES, change.at());
    int lately = posts(now - TEN_MINUTES, now);
    if (now - change.at() < TEN_MINUTES || then < TELLING) {
      return "";
    }
    return 2 * lately <= then
        ? "; complaints have fallen since, from %d in ten minutes to %d".formatted(then, lately)
        : "; complaints have not fallen since: %d in ten minutes, %d before"
            .formatted(lately, then);
  }

  private int posts(long from, long until) {
    int sum = 0;
    for (int step = 0; step < story.curve.size(); step++) {
      long begins = story.curveFrom + step * story.curveWidth;
      sum += begins >= from && begins < until ? story.curve.get(step) : 0;
    }
    return sum;
  }

  private String places(Change change) {
    List<String> all =
        change.regions().stream()
            .filter(
                one -> change.regions().stream().noneMatch(other -> other.startsWith(one + "-")))
            .toList();
    return all.stream().limit(3).map(names::ofRegion).collect(Collectors.joining(", "));
  }

  private static String length(Finding finding) {
    return Figures.duration(Math.abs(finding.minutes()));
  }

  private static String clock(long at) {
    return CLOCK.format(Instant.ofEpochMilli(at));
  }

  private static Change other(Finding finding) {
    @Nullable Change other = finding.other();
    return Objects.requireNonNull(other);
  }
}
