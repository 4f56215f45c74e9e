package io.groundswell.jobs.surge.change;

import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.ArrivalRule;
import java.util.Comparator;

/**
 * A change event as it arrived.
 *
 * @param event what was sent
 * @param closed the last moment whose bucket had closed when it arrived, epoch milliseconds; {@link
 *     ArrivalRule#NONE_CLOSED} for files
 * @param record hash of the record
 */
public record SentChange(ChangeEvent event, long closed, long record) {
  /** The one order in which events of an id are taken. */
  static final Comparator<SentChange> ORDER =
      Comparator.comparingLong((SentChange sent) -> sent.event().at())
          .thenComparingLong(SentChange::record);

  /** Where it counts. */
  Arrival arrival(ArrivalRule rule) {
    return rule.of(event.at(), closed);
  }
}
