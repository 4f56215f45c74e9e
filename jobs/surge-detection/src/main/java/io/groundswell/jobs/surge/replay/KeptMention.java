package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.connector.KeptInput;
import org.jspecify.annotations.Nullable;

/**
 * One thing as it was kept: a mention, or something else that moved the job; or the mark that none
 * follows. Flat, since it travels: one of {@code mention} and {@code input} is there.
 *
 * @param moment when it counted: its own time, or the one up to which buckets had closed, epoch
 *     milliseconds; of the mark, the last moment of the last bucket
 * @param mention a complaint with what is kept of its post, or chatter; else null
 * @param input what else moved the job; else null
 * @param catalogueVersion of the catalogue that found a mention's subjects
 * @param modelVersion of the model that judged it
 */
public record KeptMention(
    long moment,
    @Nullable Mention mention,
    @Nullable KeptInput input,
    String catalogueVersion,
    String modelVersion) {

  /** A mention. */
  public KeptMention(long moment, Mention mention, String catalogueVersion, String modelVersion) {
    this(moment, mention, null, catalogueVersion, modelVersion);
  }

  /** Something else that moved the job. */
  public static KeptMention of(KeptInput input) {
    return new KeptMention(input.moment(), null, input, "", "");
  }

  /** The mark of the end. */
  public static KeptMention end(long moment) {
    return new KeptMention(moment, null, null, "", "");
  }

  /** Whether this is the mark of the end. */
  public boolean isEnd() {
    return mention == null && input == null;
  }
}
