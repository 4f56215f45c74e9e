package io.groundswell.jobs.surge;

import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.LinearTriage;

/**
 * What the job decides by.
 *
 * @param catalogue what is watched
 * @param policy what the user decides
 * @param model tells complaints from chatter
 * @param pseudonyms what stands for authors
 * @param templates the words of drafts
 */
public record Rules(
    Catalogue catalogue,
    Policy policy,
    LinearModel model,
    Pseudonyms pseudonyms,
    Templates templates) {

  /** With the shipped model and words, and authors whose hashes have no key. */
  public static Rules of(Catalogue catalogue, Policy policy) {
    return new Rules(
        catalogue, policy, LinearTriage.shippedModel(), Pseudonyms.UNKEYED, Templates.defaults());
  }
}
