package io.groundswell.cep.host;

import io.groundswell.domain.pattern.Signal;
import org.apache.flink.cep.EventComparator;

/** The host's order of signals of one moment, for Flink's operator. */
public final class SignalOrder implements EventComparator<Signal> {
  private static final long serialVersionUID = 1;

  @Override
  public int compare(Signal one, Signal other) {
    return InOrder.COMPARATOR.compare(one, other);
  }
}
