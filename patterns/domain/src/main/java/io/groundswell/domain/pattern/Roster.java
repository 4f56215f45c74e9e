package io.groundswell.domain.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which versions of which patterns read a bucket, now and as far back and ahead as matters. It
 * follows from the sets alone, in the order of their moments, so it is the same everywhere.
 *
 * <p>A pattern that changes begins anew. What its old version has begun may be completed within the
 * old window, by at most {@value #FINISHING} old versions at a time, or is dropped where the new
 * one says so. What is switched off is dropped, old versions and all.
 *
 * @param tenures by pattern, then by time
 * @param latest the moment of the last set
 */
public record Roster(List<Tenure> tenures, long latest) {
  /** How many old versions of a pattern may be finishing. */
  public static final int FINISHING = 2;

  /** How many versions of a pattern are known, past and to come; the oldest go. */
  static final int KNOWN = 8;

  private static final Comparator<Tenure> ORDER =
      Comparator.comparing((Tenure tenure) -> tenure.rule().id()).thenComparing(Tenure::since);

  /** Copies the list. */
  public Roster {
    tenures = List.copyOf(tenures);
  }

  /** The roster of the first set, which holds from the beginning. */
  public static Roster of(PatternSet first) {
    return new Roster(List.of(), PatternSet.ALWAYS).with(PatternSet.always(first.rules()));
  }

  /** Whether a set comes too late to be heeded: a later one is known. */
  public boolean isPast(PatternSet set) {
    return set.effectiveAt() < latest;
  }

  /** The roster with one more set; itself if the set {@linkplain #isPast is past}. */
  public Roster with(PatternSet set) {
    if (isPast(set)) {
      return this;
    }
    Map<String, List<Tenure>> byId = new HashMap<>();
    for (Tenure tenure : tenures) {
      if (tenure.finishes() > set.effectiveAt() - PatternCheck.LONGEST.toMillis()) {
        byId.computeIfAbsent(tenure.rule().id(), id -> new ArrayList<>()).add(tenure);
      }
    }
    Map<String, PatternRule> on = new HashMap<>();
    set.rules().stream().filter(PatternRule::on).forEach(rule -> on.put(rule.id(), rule));
    on.keySet().forEach(id -> byId.computeIfAbsent(id, any -> new ArrayList<>()));
    List<Tenure> all = new ArrayList<>();
    byId.forEach(
        (id, known) ->
            all.addAll(last(next(known, Optional.ofNullable(on.get(id)), set.effectiveAt()))));
    all.sort(ORDER);
    return new Roster(all, set.effectiveAt());
  }

  private static List<Tenure> next(List<Tenure> known, Optional<PatternRule> rule, long at) {
    if (rule.isEmpty()) {
      return known.stream().map(tenure -> tenure.droppedAt(at)).toList();
    }
    Tenure now = known.isEmpty() ? null : known.get(known.size() - 1);
    if (now != null && now.inForce() && now.rule().version().equals(rule.get().version())) {
      return known;
    }
    boolean drop = rule.get().onChange() == PatternRule.OnChange.DROP;
    List<Tenure> next = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Tenure old = known.get(i);
      boolean finishing = !drop && i >= known.size() - FINISHING;
      Tenure ended = old.inForce() ? old.ended(at, after(at, old.rule().within())) : old;
      next.add(finishing ? ended : ended.droppedAt(at));
    }
    next.add(Tenure.from(rule.get(), at));
    return next;
  }

  private static long after(long at, long within) {
    return at > Long.MAX_VALUE - within ? Long.MAX_VALUE : at + within;
  }

  /** A version that was replaced before it read anything is not worth its place. */
  private static List<Tenure> last(List<Tenure> known) {
    List<Tenure> lived = known.stream().filter(tenure -> tenure.since() < tenure.until()).toList();
    return lived.subList(Math.max(0, lived.size() - KNOWN), lived.size());
  }

  /** The version of a pattern that came into force then. */
  public Optional<Tenure> find(String pattern, long since) {
    return tenures.stream()
        .filter(tenure -> tenure.since() == since && tenure.rule().id().equals(pattern))
        .findFirst();
  }
}
