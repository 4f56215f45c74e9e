package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Mute;
import java.util.List;

/**
 * A mute, and what it was about.
 *
 * @param mute which
 * @param ended it was over before the period was
 * @param muted titles of the incidents that said so
 * @param paged how many of them paged somebody all the same: before it, after it, or by their size
 */
public record MuteRow(Mute mute, boolean ended, List<String> muted, int paged) {

  /** Copies the list. */
  public MuteRow {
    muted = List.copyOf(muted);
  }
}
