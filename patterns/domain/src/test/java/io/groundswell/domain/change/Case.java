package io.groundswell.domain.change;

import io.groundswell.domain.catalogue.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An incident of the shop that began at 10:00 on the 30th day, and what was changed around it. */
final class Case {
  static final long MINUTE = 60_000;
  static final long ONSET = Instant.parse("2026-03-30T10:00:00Z").toEpochMilli();
  private static final long BEGAN = ONSET - 30L * 1440 * MINUTE;

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Tempo> tempos = new TreeMap<>();
  private Subject subject = Subject.product("shop");
  private Set<String> components = Set.of();
  private Set<String> regions = Set.of();
  private List<String> terms = List.of();
  private List<Scene.Dark> dark = List.of();
  private int[] before = {0, 0, 0, 0};

  static Case of() {
    return new Case();
  }

  /** Also changed every so many minutes for a month, up to a day before. */
  Case usually(String kind, int everyMinutes) {
    for (long at = BEGAN; at < ONSET - 1440 * MINUTE; at += everyMinutes * MINUTE) {
      tempo("shop").add(change(kind + at, at, kind, "shop", null, List.of(), "release"));
    }
    return this;
  }

  Case changed(String id, int minute) {
    return changed(id, minute, "deploy", "shop", null, List.of(), "release " + id);
  }

  Case changed(String id, int minute, String kind, String summary) {
    return changed(id, minute, kind, "shop", null, List.of(), summary);
  }

  Case changed(
      String id,
      int minute,
      String kind,
      String product,
      @Nullable String component,
      List<String> regions,
      String summary) {
    Change change = change(id, ONSET + minute * MINUTE, kind, product, component, regions, summary);
    changes.add(change);
    tempo(product).add(change);
    return this;
  }

  private Tempo tempo(String product) {
    return tempos.computeIfAbsent(product, id -> new Tempo());
  }

  private static Change change(
      String id,
      long at,
      String kind,
      String product,
      @Nullable String component,
      List<String> regions,
      String summary) {
    return new Change(id, at, Long.MIN_VALUE, kind, product, component, regions, summary, null);
  }

  /** It surges there, and only there. */
  Case in(String region) {
    subject = Subject.productIn("shop", region);
    regions = Set.of(region);
    return this;
  }

  Case about(String component) {
    components = Set.of(component);
    return this;
  }

  Case reported(String... words) {
    terms = List.of(words);
    return this;
  }

  Case blind(int from, int until) {
    dark = List.of(new Scene.Dark(ONSET + from * MINUTE, ONSET + until * MINUTE));
    return this;
  }

  /** Complaints in the minutes after the onset as told, before they become many. */
  Case beginning(int... counts) {
    before = counts;
    return this;
  }

  List<Finding> findings() {
    List<Integer> posts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      posts.add(0);
    }
    for (int count : before) {
      posts.add(count);
    }
    posts.addAll(List.of(6, 8, 9));
    long from = ONSET - 60 * MINUTE;
    long until = from + posts.size() * MINUTE;
    Scene scene =
        new Scene(
            subject,
            Set.of("shop"),
            Set.of("accounts"),
            components,
            regions,
            false,
            terms,
            ONSET,
            Beginnings.of(ONSET, MINUTE, posts.subList(60, posts.size()), .05, until),
            until,
            dark);
    return Suspects.of(scene, changes, tempos, BEGAN);
  }

  /** The change's id and what is thought of it, in the order in which people are told. */
  List<String> verdicts() {
    return findings().stream()
        .map(finding -> finding.change().id() + " " + finding.verdict())
        .toList();
  }

  Finding finding(String id) {
    return findings().stream()
        .filter(finding -> finding.change().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
