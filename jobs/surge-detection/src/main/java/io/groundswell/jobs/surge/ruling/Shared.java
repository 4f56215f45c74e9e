package io.groundswell.jobs.surge.ruling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the operators of a process make of the same text, made once: each of them, in each subtask,
 * would read a catalogue of its own. Holds the last few; safe for use by several threads.
 *
 * @param <T> what is made; shared, so not to be changed
 */
final class Shared<T> {
  /** What operators that are a little behind each other ask for. */
  private static final int LATEST = 8;

  private final Map<String, T> made = new LinkedHashMap<>();

  /**
   * What a text is made into; whoever asks for the same meanwhile waits.
   *
   * @param make throws where the text is not sound; then nothing is kept
   */
  synchronized T of(String text, Supplier<T> make) {
    T known = made.remove(text);
    T now = known == null ? make.get() : known;
    made.put(text, now);
    if (made.size() > LATEST) {
      made.remove(made.keySet().iterator().next());
    }
    return now;
  }
}
