package io.groundswell.jobs.surge.agreement;

import io.groundswell.domain.agreement.Background;
import io.groundswell.domain.agreement.Hearing;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** A product's background, read from state when it is asked for and at most once a bucket. */
final class Usual implements Supplier<Background> {
  private final ValueState<Background> state;
  private @Nullable Background value;
  private boolean changed;

  Usual(ValueState<Background> state) {
    this.state = state;
  }

  /** Makes background of what is older than an hour, once a clock hour. */
  void learn(Hearing hearing, long start) {
    if (hearing.isDue(start)) {
      hearing.becomeBackground(get(), start);
      changed = true;
    }
  }

  /** Writes it if it has changed. */
  void keep() throws IOException {
    if (changed) {
      state.update(value);
    }
  }

  @Override
  public Background get() {
    if (value == null) {
      try {
        value = state.value() == null ? new Background() : state.value();
      } catch (IOException e) {
        throw new IllegalStateException("cannot read what a product's complaints are like", e);
      }
    }
    return value;
  }
}
