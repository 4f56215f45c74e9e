package io.groundswell.cep.host;

import io.groundswell.domain.pattern.Signal;
import java.util.Comparator;

/**
 * The order of signals with one time stamp: by time; of a pair the one that is depended on first;
 * then by subject, so that it does not depend on how they arrived.
 */
final class InOrder {
  static final Comparator<Signal> COMPARATOR =
      Comparator.comparingLong((Signal signal) -> signal.bucket().start())
          .thenComparing(signal -> !signal.side().equals("upstream"))
          .thenComparing(signal -> signal.bucket().subject());

  private InOrder() {}
}
