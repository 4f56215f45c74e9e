package io.groundswell.jobs.surge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.triage.Voice;
import io.groundswell.jobs.surge.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted does not depend on how closely chatter is looked at. */
class JudgementTest {
  private final Judgement judgement = new Judgement(Runs.CATALOGUE, Policy.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@acme the app is down again, cannot log in at all",
        "acme payment failed three times and support does not answer",
        "acme is slow, what is going on",
        "the train was late",
        "love the new acme",
        "what a lovely evening by the river",
        ""
      })
  void complaintsAreTheSameAndSoIsWhatTheyAreAbout(String text) {
    Post post = Post.of("x", "1", 0).text(text).build();
    Verdict full = judgement.judge(post);
    Verdict counted = judgement.judgeToCount(post);
    assertThat(counted.complaint()).isEqualTo(full.complaint());
    assertThat(counted.probability()).isEqualTo(full.probability());
    if (full.complaint()) {
      assertThat(counted).isEqualTo(full);
    }
  }

  @Test
  void onlyPersonsComplain() {
    assertThat(judgement.judgeToCount(by("mia")).complaint()).isTrue();
    assertThat(judgement.judgeToCount(by("acme")).complaint()).isFalse();
    assertThat(judgement.judgeToCount(by("acme_status")).complaint()).isFalse();
    assertThat(judgement.judge(by("acme")).voice()).isEqualTo(Voice.COMPANY);
  }

  @Test
  void whoSaysThatItWorksAgainDoesNotComplain() {
    assertThat(judged("@acme klappt wieder auf allen Ger\u00e4ten").probability())
        .isGreaterThan(.5);
    assertThat(judged("@acme klappt wieder auf allen Ger\u00e4ten").complaint()).isFalse();
    assertThat(judged("@acme the error is back, cannot log in at all").complaint()).isTrue();
  }

  private Verdict judged(String text) {
    return judgement.judge(Post.of("x", "1", 0).text(text).build());
  }

  private static Post by(String handle) {
    return Post.of("x", "1", 0)
        .text("@acme the app is down again, cannot log in at all")
        .author(new Author("1", handle, null, null, false))
        .build();
  }

  @Test
  void whoAsksForAllIsToldWhatChatterIsAbout() {
    Post post = Post.of("x", "1", 0).text("love the new acme").build();
    assertThat(judgement.judge(post).recognition().products()).containsExactly("acme");
  }
}
