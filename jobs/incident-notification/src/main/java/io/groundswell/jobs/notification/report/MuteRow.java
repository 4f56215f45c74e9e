package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Mute;
import java.util.List;

/**
 * A mute, and what it held back.
 *
 * @param mute which
 * @param ended it was over before the period was
 * @param held titles of the incidents whose pages it held back
 * @param toldLater how many of them paged somebody in the end
 */
public record MuteRow(Mute mute, boolean ended, List<String> held, int toldLater) {

  /** Copies the list. */
  public MuteRow {
    held = List.copyOf(held);
  }
}
