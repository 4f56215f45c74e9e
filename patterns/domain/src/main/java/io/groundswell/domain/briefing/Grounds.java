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
import org.jspecify.annotations.Nullable;

/** Says why a change is suspected or is not. */
final class Grounds {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long MINUTE = 60_000;
  private static final long TEN_MINUTES = 10 * MINUTE;
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
              .formatted(
                  places(change),
                  Headline.joined(scene.regions().stream().map(names::ofRegion).toList()));
      case OTHER_PRODUCT ->
          "it changed %s, which shows no surge and which nothing that surges depends on"
              .formatted(names.ofProduct(change.product()));
      case TAKEN_BACK ->
          "taken back at %s, before the surge began".formatted(clock(other(finding).at()));
      case TAKES_BACK -> remedy(finding);
      case MENDED -> "it says that something works again";
    };
  }

  private String before(Finding finding) {
    Change change = finding.change();
    List<String> parts = new ArrayList<>();
    parts.add(
        finding.minutes() >= 0
            ? "%s before the surge began".formatted(length(finding))
            : "%s after the first complaints, which may be strays".formatted(length(finding)));
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
      boolean surges = scene.isWhere(change);
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

  /** Whether complaints have become fewer since, over as many whole steps before as now. */
  private String since(Change change) {
    int steps = (int) (TEN_MINUTES / story.curveWidth);
    int made = (int) ((change.at() - story.curveFrom) / story.curveWidth);
    int now = (int) ((story.told().updatedAt() - story.curveFrom) / story.curveWidth);
    int then = posts(made - steps, made);
    if (steps == 0 || now - made <= steps || then < TELLING) {
      return "";
    }
    int lately = posts(now - steps, now);
    String length = Figures.duration(Math.max(1, steps * story.curveWidth / MINUTE));
    if (2 * lately <= then) {
      return "; complaints have fallen since, from %d in %s to %d".formatted(then, length, lately);
    }
    return "; complaints have %s fallen since: %d in %s, %d before"
        .formatted(lately < then ? "hardly" : "not", lately, length, then);
  }

  private int posts(int from, int until) {
    int sum = 0;
    for (int step = Math.max(0, from); step < Math.min(until, story.curve.size()); step++) {
      sum += story.curve.get(step);
    }
    return sum;
  }

  /** Countries and their parts, where there are any; else what regions are called. */
  private String places(Change change) {
    List<String> codes = change.regions().stream().filter(Change::isCode).toList();
    List<String> named =
        codes.stream()
            .filter(one -> codes.stream().noneMatch(other -> other.startsWith(one + "-")))
            .map(names::ofRegion)
            .toList();
    return Headline.joined(
        named.isEmpty() ? change.regions().stream().map(names::ofRegion).toList() : named);
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
