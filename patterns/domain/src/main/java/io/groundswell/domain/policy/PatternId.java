package io.groundswell.domain.policy;

import java.util.List;

/** The patterns that a policy can switch on and off, and an incident names. */
public final class PatternId {
  /** Calm, then extreme: opens. */
  public static final String SUDDEN = "sudden";

  /** A run of elevated buckets, then extreme: opens. */
  public static final String SUSTAINED = "sustained";

  /** Open, then clearly larger: escalates. */
  public static final String ESCALATION = "escalation";

  /** Open, then calm for long enough: resolves. */
  public static final String RECOVERY = "recovery";

  /** Over, then extreme again soon: reopens. */
  public static final String RELAPSE = "relapse";

  /** Three regions of a product at once, none of them extreme: opens. */
  public static final String SPREAD = "spread";

  /** A product, then one that depends on it, neither of them extreme: opens. */
  public static final String CASCADE = "cascade";

  /** A feed that is silent against its own baseline: says blind. */
  public static final String SILENCE = "silence";

  /** No pattern: what ends the incidents of a subject that is watched no longer. */
  public static final String REMOVED = "removed";

  /** Patterns over the buckets of one subject, sorted. */
  public static final List<String> OF_ONE =
      List.of(ESCALATION, RECOVERY, RELAPSE, SUDDEN, SUSTAINED);

  /** Patterns over the buckets of several subjects, sorted. */
  public static final List<String> ACROSS = List.of(CASCADE, SPREAD);

  /** Every pattern there is, sorted. */
  public static final List<String> ALL =
      List.of(CASCADE, ESCALATION, RECOVERY, RELAPSE, SILENCE, SPREAD, SUDDEN, SUSTAINED);

  private PatternId() {}
}
