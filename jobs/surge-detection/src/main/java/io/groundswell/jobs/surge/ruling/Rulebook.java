package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.ruling.Rulings;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PatternFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.SettingsException;
import io.groundswell.jobs.surge.settings.WeightsText;
import java.util.ArrayList;
import java.util.HashMap;
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

  private static final Shared<Catalogue> CATALOGUES = new Shared<>();
  private static final Shared<Policy> POLICIES = new Shared<>();
  private static final Shared<List<PatternRule>> PATTERNS = new Shared<>();
  private static final Shared<LinearModel> MODELS = new Shared<>();

  private final Rules first;
  private final Rulings rulings = new Rulings();
  private final Map<Integer, Catalogue> catalogues = new HashMap<>();
  private final Map<Integer, Policy> policies = new HashMap<>();
  private final Map<Integer, List<PatternRule>> patterns = new HashMap<>();
  private final Map<Integer, LinearModel> models = new HashMap<>();
  private final Map<Edition, Rules> editions = new LinkedHashMap<>();

  /** What holds after all rulings: nearly all that is asked about comes after them. */
  private @Nullable Rules latest;

  /** Begins with the rules that the job was started with. */
  public Rulebook(Rules first) {
    this.first = first;
  }

  /** Which rulings make up the rules; 0 where those of the beginning hold. */
  private record Edition(int catalogue, int policy, int patterns, int model) {
    boolean isFirst() {
      return catalogue == 0 && policy == 0 && patterns == 0 && model == 0;
    }
  }

  /**
   * Takes a ruling in; what is known already is not read again.
   *
   * @return whether it is news
   * @throws SettingsException in one line that names the place, where its content is not sound, or
   *     cannot hold while a job runs
   */
  public boolean add(Ruling ruling) {
    if (!rulings.isNews(ruling)) {
      return false;
    }
    read(ruling.kind(), ruling.number(), ruling.key(), ruling.content());
    latest = null;
    return rulings.add(ruling);
  }

  private void read(RuleKind kind, int number, String name, String content) {
    Catalogue catalogue = first.catalogue();
    Policy policy = first.policy();
    switch (kind) {
      case CATALOGUE ->
          catalogues.put(
              number,
              CATALOGUES.of(
                  catalogue.version() + content, () -> CatalogueFile.of(name, content, catalogue)));
      case POLICY ->
          policies.put(
              number,
              POLICIES.of(policy.version() + content, () -> PolicyFile.of(name, content, policy)));
      case PATTERNS ->
          patterns.put(
              number,
              PATTERNS.of(policy.version() + content, () -> PatternFile.of(name, content, policy)));
      case MODEL -> models.put(number, MODELS.of(content, () -> WeightsText.read(name, content)));
    }
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
   * The rules for something that is read, or ends, at a moment. The same object each time, as long
   * as nothing has changed.
   *
   * @param time epoch milliseconds
   */
  public Rules at(long time) {
    if (first.fixed() || rulings.isEmpty()) {
      return first;
    }
    if (time <= rulings.newest()) {
      return find(time);
    }
    if (latest == null) {
      latest = find(time);
    }
    return latest;
  }

  private Rules find(long time) {
    Edition edition =
        new Edition(
            number(rulings.at(RuleKind.CATALOGUE, time)),
            number(rulings.at(RuleKind.POLICY, time)),
            number(rulings.at(RuleKind.PATTERNS, time)),
            number(rulings.at(RuleKind.MODEL, time)));
    if (edition.isFirst()) {
      return first;
    }
    Rules known = editions.get(edition);
    return known == null ? make(edition) : known;
  }

  private Rules make(Edition edition) {
    Rules rules =
        first.with(
            catalogues.getOrDefault(edition.catalogue, first.catalogue()),
            policies.getOrDefault(edition.policy, first.policy()),
            patterns.getOrDefault(edition.patterns, first.patterns()),
            models.getOrDefault(edition.model, first.model()));
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
    List<Ruling> forgotten = rulings.forget(time);
    for (Ruling ruling : forgotten) {
      switch (ruling.kind()) {
        case CATALOGUE -> catalogues.remove(ruling.number());
        case POLICY -> policies.remove(ruling.number());
        case PATTERNS -> patterns.remove(ruling.number());
        case MODEL -> models.remove(ruling.number());
      }
    }
    return forgotten;
  }

  /** All rulings that still matter. */
  public List<Ruling> rulings() {
    return rulings.all();
  }
}
