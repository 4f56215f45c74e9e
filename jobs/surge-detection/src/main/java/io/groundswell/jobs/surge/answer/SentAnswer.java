package io.groundswell.jobs.surge.answer;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.volume.ArrivalRule;
import org.jspecify.annotations.Nullable;

/**
 * A verdict or a mute as it arrived: one of them.
 *
 * @param verdict what was answered, or null
 * @param mute what is to be held back, or null
 * @param closed the last moment whose bucket had closed when it arrived, epoch milliseconds; {@link
 *     ArrivalRule#NONE_CLOSED} for files
 * @param unknown the dead letter that a verdict on an unknown incident becomes, or null
 */
public record SentAnswer(
    @Nullable Verdict verdict, @Nullable Mute mute, long closed, @Nullable DeadLetter unknown) {

  /** When it was said, epoch milliseconds. */
  long at() {
    return verdict != null ? verdict.at() : mute == null ? 0 : mute.at();
  }

  /** End of the bucket in which it counts, epoch milliseconds. */
  long end(ArrivalRule rule) {
    return rule.end(at(), closed);
  }
}
