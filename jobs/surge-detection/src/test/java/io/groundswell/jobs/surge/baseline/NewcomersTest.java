package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.surge.Turn;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

/** Products that are added to a catalogue while the job runs. */
class NewcomersTest {
  private static final String OLD = "products: [{id: acme}]";
  private static final String NEW = "products: [{id: acme}, {id: gamma}]";

  /** Nobody could have seen its complaints before: many of them are no surge but what is normal. */
  @Test
  void silenceBeforeItWasAddedIsNotTakenForCalm() throws Exception {
    Scoring known = Scoring.on(new HashMapStateBackend(), Policy.defaults());
    known.share(0, 10);
    assertThat(opens(known, "gamma")).as("seen to be silent before").isTrue();

    Scoring added = Scoring.on(new HashMapStateBackend(), Policy.defaults());
    added.share(0, 10).rule(RuleKind.CATALOGUE, 1, 0, OLD).rule(RuleKind.CATALOGUE, 2, 600, NEW);
    assertThat(opens(added, "gamma")).isFalse();

    Scoring other = Scoring.on(new HashMapStateBackend(), Policy.defaults());
    other.share(0, 10).rule(RuleKind.CATALOGUE, 1, 0, OLD).rule(RuleKind.CATALOGUE, 2, 600, NEW);
    assertThat(opens(other, "acme")).as("was there before").isTrue();
  }

  /** What is known early holds from its moment on, and not before. */
  @Test
  void whoWillBeGoneIsAddedAllTheSame() throws Exception {
    Scoring scoring = Scoring.on(new HashMapStateBackend(), Policy.defaults());
    scoring
        .share(0, 10)
        .rule(RuleKind.CATALOGUE, 1, 0, OLD)
        .rule(RuleKind.CATALOGUE, 2, 600, NEW)
        .rule(RuleKind.CATALOGUE, 3, 700, OLD)
        .rule(RuleKind.CATALOGUE, 4, 800, NEW);
    assertThat(opens(scoring, "gamma")).isFalse();
  }

  private static boolean opens(Scoring scoring, String subject) throws Exception {
    for (int minute = 600; minute < 640; minute++) {
      scoring.count(subject, minute, 5);
    }
    scoring.closeUntil(640);
    boolean opens = scoring.events().stream().anyMatch(bucket -> bucket.turn() == Turn.OPENS);
    scoring.close();
    return opens;
  }
}
