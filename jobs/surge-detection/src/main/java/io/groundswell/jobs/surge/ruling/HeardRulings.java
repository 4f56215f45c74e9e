package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.util.stream.LongStream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.ManagedInitializationContext;

/**
 * What a subtask decides by that hears of rulings in their place among its records, as {@code
 * connector.kafka.Announcing} sends them. All subtasks of an operator remember the same.
 */
public final class HeardRulings {
  private final Rulebook book;
  private final ListState<Ruling> state;

  /** Begins with given rules, and goes on with what is in state. */
  public HeardRulings(Rules first, ManagedInitializationContext context) throws Exception {
    book = new Rulebook(first);
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(Uids.RULINGS, TypeInformation.of(Ruling.class)));
    book.know(state.get());
  }

  /**
   * Takes a ruling in; what is none, {@link TakeRulings} tells.
   *
   * @param watermark of the operator: what is read later ends later
   */
  public void hear(RawRecord record, long watermark) {
    try {
      book.add(RulingJson.read(record.bytes(), record.readAt()));
    } catch (UnreadableRecord | SettingsException told) {
      return;
    }
    book.forget(watermark);
  }

  /** The rules for a record that is read at a moment, epoch milliseconds. */
  public Rules at(long readAt) {
    return book.at(readAt);
  }

  /**
   * Takes a ruling in that was read.
   *
   * @return whether it is news
   * @throws SettingsException where its content is not sound
   */
  boolean take(Ruling ruling, long watermark) {
    boolean news = book.add(ruling);
    book.forget(watermark);
    return news;
  }

  /** When the rulings begin that still matter, epoch milliseconds, in any order. */
  LongStream moments() {
    return book.rulings().stream().mapToLong(Ruling::from);
  }

  /** Writes it to state. */
  public void snapshot() throws Exception {
    state.update(book.rulings());
  }
}
