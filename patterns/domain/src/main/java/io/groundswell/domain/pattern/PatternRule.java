package io.groundswell.domain.pattern;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.volume.Channel;
import java.io.Serializable;
import java.util.List;

/**
 * A pattern as it is written, names of times and figures filled in.
 *
 * @param id what the policy and an incident call it
 * @param says what it means, in a sentence; may be empty
 * @param on whether it is switched on
 * @param over whose buckets it reads together
 * @param stages its stages, the first of them the beginning
 * @param within how long a match may take, milliseconds; 0 where none is written
 * @param skip which partial matches go when one is complete
 * @param onChange what becomes of the partial matches of the version before
 */
public record PatternRule(
    String id,
    String says,
    boolean on,
    Over over,
    List<StageRule> stages,
    long within,
    Skip skip,
    OnChange onChange)
    implements Serializable {

  /** What becomes of partial matches when their pattern changes. */
  public enum OnChange {
    /** They go on under the old version until its window is over; nothing begins under it. */
    FINISH,
    /** They go. */
    DROP
  }

  /** Copies the list. */
  public PatternRule {
    stages = List.copyOf(stages);
  }

  /**
   * Whether it reads what meets in a group. Patterns that people have written read complaints: what
   * the support queue, chatter and copies do is told by their own surges.
   *
   * @param whose whose buckets meet in it
   * @param group the group, see {@link Signal#group()}
   */
  public boolean reads(Over whose, String group) {
    return over == whose && (PatternId.ALL.contains(id) || Channel.COMPLAINTS.holds(group));
  }

  /** Content hash: rules that match alike have the same, whatever they say and how they change. */
  public String version() {
    String content = over + " " + stages + " " + within + " " + skip;
    return String.format("%016x", Hash64.of("pattern", id + " " + content));
  }
}
