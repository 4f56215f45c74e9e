package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.volume.Mention;
import org.jspecify.annotations.Nullable;

/**
 * A mention as it was kept, or the mark that none follows.
 *
 * @param moment when it counted: its own time, or the one up to which buckets had closed, epoch
 *     milliseconds; of the mark, the last moment of the last bucket
 * @param mention a complaint with what is kept of its post, or chatter; null for the mark
 * @param catalogueVersion of the catalogue that found its subjects
 * @param modelVersion of the model that judged it
 */
public record KeptMention(
    long moment, @Nullable Mention mention, String catalogueVersion, String modelVersion) {

  /** The mark of the end. */
  public static KeptMention end(long moment) {
    return new KeptMention(moment, null, "", "");
  }

  /** Whether this is the mark of the end. */
  public boolean isEnd() {
    return mention == null;
  }
}
