package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import java.io.Serializable;
import java.util.List;

/**
 * What the job decides by.
 *
 * @param catalogue what is watched
 * @param policy what the user decides
 * @param patterns the patterns that people have written, beside the built-in ones
 * @param model tells complaints from chatter
 * @param pseudonyms what stands for authors
 * @param templates the words of drafts
 * @param fixed whether they hold whatever is ruled, as for a candidate of a backtest
 */
public record Rules(
    Catalogue catalogue,
    Policy policy,
    List<PatternRule> patterns,
    LinearModel model,
    Pseudonyms pseudonyms,
    Templates templates,
    boolean fixed)
    implements Serializable {

  /** Copies the list. */
  public Rules {
    patterns = List.copyOf(patterns);
  }

  /** Rules that hold until others are ruled. */
  public Rules(
      Catalogue catalogue,
      Policy policy,
      List<PatternRule> patterns,
      LinearModel model,
      Pseudonyms pseudonyms,
      Templates templates) {
    this(catalogue, policy, patterns, model, pseudonyms, templates, false);
  }

  /** The same, whatever is ruled. */
  public Rules whateverIsRuled() {
    return new Rules(catalogue, policy, patterns, model, pseudonyms, templates, true);
  }

  /** With the shipped model, patterns and words, and authors whose hashes have no key. */
  public static Rules of(Catalogue catalogue, Policy policy) {
    return new Rules(
        catalogue,
        policy,
        List.of(),
        LinearTriage.shippedModel(),
        Pseudonyms.UNKEYED,
        Templates.defaults());
  }

  /** The same with another catalogue, another policy and other patterns. */
  public Rules with(Catalogue other, Policy decided, List<PatternRule> written) {
    return with(other, decided, written, model);
  }

  /** The same with another catalogue, another policy, other patterns and other weights. */
  public Rules with(
      Catalogue other, Policy decided, List<PatternRule> written, LinearModel weights) {
    return new Rules(other, decided, written, weights, pseudonyms, templates);
  }
}
