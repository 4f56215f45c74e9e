package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;
import java.io.Serializable;

/**
 * What the job decides by.
 *
 * @param catalogue what is watched
 * @param policy what the user decides
 * @param model tells complaints from chatter
 * @param pseudonyms what stands for authors
 * @param templates the words of drafts
 * @param fixed whether they hold whatever is ruled, as for a candidate of a backtest
 */
public record Rules(
    Catalogue catalogue,
    Policy policy,
    LinearModel model,
    Pseudonyms pseudonyms,
    Templates templates,
    boolean fixed)
    implements Serializable {

  /** Rules that hold until others are ruled. */
  public Rules(
      Catalogue catalogue,
      Policy policy,
      LinearModel model,
      Pseudonyms pseudonyms,
      Templates templates) {
    this(catalogue, policy, model, pseudonyms, templates, false);
  }

  /** The same, whatever is ruled. */
  public Rules whateverIsRuled() {
    return new Rules(catalogue, policy, model, pseudonyms, templates, true);
  }

  /** With the shipped model and words, and authors whose hashes have no key. */
  public static Rules of(Catalogue catalogue, Policy policy) {
    return new Rules(
        catalogue, policy, LinearTriage.shippedModel(), Pseudonyms.UNKEYED, Templates.defaults());
  }

  /** The same with another catalogue and another policy. */
  public Rules with(Catalogue other, Policy decided) {
    return new Rules(other, decided, model, pseudonyms, templates);
  }
}
