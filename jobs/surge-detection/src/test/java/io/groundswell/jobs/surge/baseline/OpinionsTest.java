package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Turn;
import java.util.List;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

/** Two subjects surge on two days, the second time half as large; people call one of them false. */
class OpinionsTest {
  private static final int DAY = 24 * 60;
  private static final int JUDGED = 2 * DAY + 600;

  @Test
  void habituatesItsOwnSubjectAndNoOther() throws Exception {
    assertThat(opened(true, JUDGED)).containsExactly("firefox", "sync", "sync");
  }

  @Test
  void withoutHabituationItChangesNothing() throws Exception {
    assertThat(opened(false, JUDGED)).containsExactly("firefox", "firefox", "sync", "sync");
  }

  @Test
  void whatIsSaidLaterChangesNothingBefore() throws Exception {
    assertThat(opened(true, 4 * DAY)).containsExactly("firefox", "firefox", "sync", "sync");
  }

  private static List<String> opened(boolean habituation, int judged) throws Exception {
    Policy policy = Policy.builder().habituation(habituation).build();
    Scoring scoring = Scoring.on(new HashMapStateBackend(), policy);
    days(scoring, 0, 2 * DAY);
    surge(scoring, 2 * DAY, 60);
    scoring.calledFalse("firefox", judged).restart();
    days(scoring, 2 * DAY + 40, 3 * DAY);
    surge(scoring, 3 * DAY, 31);
    scoring.close();
    return scoring.events().stream()
        .filter(bucket -> bucket.turn() == Turn.OPENS)
        .map(bucket -> bucket.subject())
        .toList();
  }

  private static void days(Scoring scoring, int from, int until) throws Exception {
    for (int minute = from; minute < until; minute++) {
      if (minute % 20 == 0) {
        scoring.count("firefox", minute, 1).count("sync", minute, 1);
      }
      scoring.closeUntil(minute + 1);
    }
  }

  private static void surge(Scoring scoring, int from, int perMinute) throws Exception {
    for (int minute = from; minute < from + 40; minute++) {
      scoring.count("firefox", minute, perMinute).count("sync", minute, perMinute);
      scoring.closeUntil(minute + 1);
    }
  }
}
