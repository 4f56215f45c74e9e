package io.groundswell.domain.incident;

import io.groundswell.domain.answer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An incident, as far as answers to it matter. Mutable and flat, since it is operator state; the
 * rules live in {@link AnswerDesk}.
 */
public final class Answered {
  /** What people were last told, while it is open; null when it is over. */
  public @Nullable IncidentUpdate last;

  /** How many updates answers and mutes have added to those of the desk. */
  public int added;

  /** Who has taken it on; null while nobody has. */
  public @Nullable Verdict acknowledged;

  /** The last word on what it was; null while there is none. */
  public @Nullable Verdict verdict;

  /** When it was last told to be over, epoch milliseconds; 0 before that. */
  public long overAt;
}
