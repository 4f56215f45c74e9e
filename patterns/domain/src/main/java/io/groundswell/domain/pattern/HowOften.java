package io.groundswell.domain.pattern;

import java.io.Serializable;

/**
 * How many buckets make a stage.
 *
 * @param least at least so many, from 1
 * @param most at most so many; 0 for any number
 * @param optional the stage may be missing
 * @param greedy it takes all buckets that it can before the next stage does
 * @param consecutive nothing lies between them
 * @param combinations any choice of them counts, not only runs that leave none out
 */
public record HowOften(
    int least,
    int most,
    boolean optional,
    boolean greedy,
    boolean consecutive,
    boolean combinations)
    implements Serializable {
  /** Exactly one bucket. */
  public static final HowOften ONCE = new HowOften(1, 1, false, false, false, false);

  /** Whether more than one bucket may make it. */
  public boolean loops() {
    return most != 1;
  }
}
