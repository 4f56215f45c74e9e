package io.groundswell.jobs.surge.evaluate.triage;

import io.groundswell.domain.triage.LabelledText;

/**
 * A post and what a person says that it is.
 *
 * @param id its id in the file
 * @param text its words
 * @param complaint whether it is a complaint
 * @param group language or kind, by which figures are told apart; empty where the file gives none
 */
public record LabelledPost(String id, String text, boolean complaint, String group) {

  /** As something to learn from. */
  public LabelledText toLearn() {
    return new LabelledText(text, complaint, 1);
  }
}
