package io.groundswell.jobs.surge.settings;

import java.io.Serializable;

/**
 * Topics written to, each of its own.
 *
 * @param incidents updates of incidents, at least once and at once; default {@code incidents}
 * @param volumes scored buckets, exactly once; default {@code volumes}
 * @param contactVolumes the support queue's, exactly once; default {@code contact-volumes}
 * @param deadLetters what cannot be read, with the reason; default {@code dead-letters}
 * @param late what arrives after the memory of de-duplication has passed; default {@code late}
 * @param ledger what became of every record, minute by minute, exactly once; default {@code ledger}
 * @param leadLedger incidents against the support queue, exactly once; default {@code lead-ledger}
 * @param countedPosts posts that count, masked, exactly once; default {@code counted-posts}
 * @param countedInputs what else moves the job, exactly once; default {@code counted-inputs}
 */
public record Outputs(
    String incidents,
    String volumes,
    String contactVolumes,
    String deadLetters,
    String late,
    String ledger,
    String leadLedger,
    String countedPosts,
    String countedInputs)
    implements Serializable {
  static final Outputs DEFAULT =
      new Outputs(
          "incidents",
          "volumes",
          "contact-volumes",
          "dead-letters",
          "late",
          "ledger",
          "lead-ledger",
          "counted-posts",
          "counted-inputs");
}
