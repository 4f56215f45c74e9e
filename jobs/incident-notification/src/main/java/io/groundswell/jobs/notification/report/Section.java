package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.notification.notice.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report, whatever it is shown on.
 *
 * @param title what it is about
 * @param sentences what is to be said of it, clean
 * @param grid its table, or null
 * @param note how to read that, clean; empty for nothing
 */
record Section(String title, List<String> sentences, @Nullable Grid grid, String note) {

  /** Cleans the sentences: some quote what strangers wrote. */
  Section {
    sentences = sentences.stream().map(Plain::line).toList();
  }

  /** One without a table. */
  static Section of(String title, String... sentences) {
    return new Section(title, List.of(sentences), null);
  }

  /** One that explains itself. */
  Section(String title, List<String> sentences, @Nullable Grid grid) {
    this(title, sentences, grid, "");
  }
}
