package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.surge.BlindSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members of an incident are not taken for calm while they cannot be seen. */
class HoldsTest {
  private static final BlindSpan SPAN =
      new BlindSpan("forum", false, at(61), at(71), BlindSpan.OPEN, 1);

  /** The product has recovered; its component was elevated ten minutes ago. */
  private static Desk waiting() {
    return given(opens("firefox", 0, 20), elevated("firefox/sync", 60), resolves("firefox", 60));
  }

  private static void hear(Desk desk, BlindSpan span) {
    Holds.of(span, Bulletin.MINUTE)
        .forEach(bucket -> desk.close(bucket.end(), List.of(new Bulletin(bucket, null))));
  }

  @Test
  void anIncidentOutlastsTheBlindnessAndEndsAfterIt() {
    Desk desk = waiting();
    long calm = desk.nextCheck();
    hear(desk, SPAN);

    desk.quietAt((int) calm).quietAt(500);
    assertThat(desk.last().status()).isNotEqualTo(Status.RESOLVED);

    hear(desk, SPAN.endingAt(at(671)));
    assertThat(desk.nextCheck()).isEqualTo(calm + 600);
    assertThat(desk.quietAt((int) calm + 600).last().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void twoBlindFeedsHoldUntilBothAreBack() {
    Desk desk = waiting();
    BlindSpan other = new BlindSpan("x", false, at(70), at(80), BlindSpan.OPEN, .5);
    hear(desk, SPAN);
    hear(desk, other);

    hear(desk, SPAN.endingAt(at(300)));
    desk.quietAt(1000);
    assertThat(desk.last().status()).isNotEqualTo(Status.RESOLVED);

    hear(desk, other.endingAt(at(1100)));
    assertThat(desk.quietAt(2000).last().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void aFeedOfFewPostsHoldsNothing() {
    assertThat(Holds.of(new BlindSpan("forum", false, 0, 1, BlindSpan.OPEN, .05), 1)).isEmpty();
  }
}
