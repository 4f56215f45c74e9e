package io.groundswell.state.keyed;

import java.io.Serializable;

/** What becomes of a value on its way from one savepoint to another. */
@FunctionalInterface
public interface Change extends Serializable {
  /** Values stay as they are. */
  Change NONE = (state, value) -> value;

  /**
   * The value that is written.
   *
   * @param state name of the state that it belongs to
   * @param value as it was read; may be changed
   */
  Object of(String state, Object value);
}
