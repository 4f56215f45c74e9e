package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.ruling.Rulings;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job decides by, moment by moment: the rules that it began with, and what has been ruled
 * since. Not safe for use by several threads.
 */
public final class Rulebook {
  /** Before and after a change, while some are still before it. */
  private static final int REMEMBERED = 3;

  private final Rules first;
  private final Rulings rulings = new Rulings();
  private final Map<Edition, Rules> editions = new LinkedHashMap<>();

  /** Begins with the rules that the job was started with. */
  public Rulebook(Rules first) {
    this.first = first;
  }

  /** Which rulings make up the rules; 0 where those of the beginning hold. */
  private record Edition(int catalogue, int policy) {}

  /**
   * Takes a ruling in.
   *
   * @return whether it is news
   * @throws SettingsException in one line, where its content is not sound
   */
  public boolean add(Ruling ruling) {
    check(ruling);
    return rulings.add(ruling);
  }

  /**
   * Takes in what is known from before. What cannot follow the rules that the job begins with now
   * is left out: whoever has changed what lasts has started the job with files that hold.
   *
   * @param known in any order, some of it perhaps more than once
   */
  void know(Iterable<Ruling> known) {
    List<Ruling> sorted = new ArrayList<>();
    known.forEach(sorted::add);
    sorted.sort(Ruling.IN_ORDER);
    for (Ruling ruling : sorted) {
      try {
        add(ruling);
      } catch (SettingsException outdated) {
        // See above.
      }
    }
  }

  /**
   * Refuses a ruling whose content is not sound, or cannot hold while a job runs.
   *
   * @throws SettingsException in one line that names the place
   */
  public void check(Ruling ruling) {
    switch (ruling.kind()) {
      case CATALOGUE -> catalogue(ruling);
      case POLICY -> policy(ruling);
    }
  }

  private Catalogue catalogue(Ruling ruling) {
    return CatalogueFile.of(ruling.key(), ruling.content(), first.catalogue());
  }

  private Policy policy(Ruling ruling) {
    return PolicyFile.of(ruling.key(), ruling.content(), first.policy());
  }

  /**
   * The rules for something that is read, or ends, at a moment. The same object each time, as long
   * as nothing has changed.
   *
   * @param time epoch milliseconds
   */
  public Rules at(long time) {
    Ruling catalogue = rulings.at(RuleKind.CATALOGUE, time);
    Ruling policy = rulings.at(RuleKind.POLICY, time);
    if (first.fixed() || (catalogue == null && policy == null)) {
      return first;
    }
    Edition edition = new Edition(number(catalogue), number(policy));
    Rules known = editions.get(edition);
    return known == null ? make(edition, catalogue, policy) : known;
  }

  /** The ruling that holds at a moment, or null. */
  public @Nullable Ruling ruling(RuleKind kind, long time) {
    return rulings.at(kind, time);
  }

  private Rules make(Edition edition, @Nullable Ruling catalogue, @Nullable Ruling policy) {
    Rules rules =
        first.with(
            catalogue == null ? first.catalogue() : catalogue(catalogue),
            policy == null ? first.policy() : policy(policy));
    if (editions.size() == REMEMBERED) {
      Iterator<Edition> oldest = editions.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    editions.put(edition, rules);
    return rules;
  }

  private static int number(@Nullable Ruling ruling) {
    return ruling == null ? 0 : ruling.number();
  }

  /**
   * Forgets what holds for nothing that ends after a moment.
   *
   * @return what is forgotten
   */
  public List<Ruling> forget(long time) {
    return rulings.forget(time);
  }

  /** All rulings that still matter. */
  public List<Ruling> rulings() {
    return rulings.all();
  }
}
