package io.groundswell.domain.triage;

import java.io.Serializable;

/**
 * When a probability makes a post a complaint. On an open stream complaints are rare, so that most
 * posts at a middling probability are chatter; a post directed at the product starts from better
 * odds.
 *
 * @param directed least probability where the post is directed at the product by a tag, a handle or
 *     a reply, or where there is no catalogue to direct it at; 0 to 1
 * @param open least probability on open streams; 0 to 1
 */
public record ComplaintRule(double directed, double open) implements Serializable {
  /** The rule unless a policy says otherwise. */
  public static final ComplaintRule DEFAULT = new ComplaintRule(.5, .9);

  /** Rejects thresholds that are not probabilities. */
  public ComplaintRule {
    require("directed", directed);
    require("open", open);
  }

  /** Whether a post with this probability is a complaint. */
  public boolean isComplaint(double probability, boolean isDirected) {
    return probability >= (isDirected ? directed : open);
  }

  private static void require(String name, double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "The threshold " + name + " must lie between 0 and 1, but is " + threshold);
    }
  }
}
