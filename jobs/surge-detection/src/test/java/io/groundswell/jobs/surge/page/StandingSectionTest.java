package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever opens the page sees what others have said, as text. */
class StandingSectionTest {
  private static final long ONSET = Briefings.ONSET;
  private static final Moments MOMENTS = new Moments(ONSET, ONSET);

  @Test
  void saysWhoMutesWhoHasItAndWhatItWas() {
    Mute mute =
        new Mute("m", "pay", ONSET, ONSET + 3_600_000, "a <b>move</b>", "ann & co", 3, ONSET);
    Verdict taken = verdict(Judgement.ACKNOWLEDGED, null);
    Verdict duplicate = verdict(Judgement.DUPLICATE, Briefings.HOSTILE);

    assertThat(StandingSection.lines(new Standing(mute, taken, duplicate), MOMENTS))
        .contains(
            "Muted by <b>ann &amp; co</b> until <b><time datetime=\"2026-03-06T14:20:00Z\">14:20</time>"
                + " UTC</b> because a &lt;b&gt;move&lt;/b&gt;</p>",
            "Acknowledged by <b>bob</b> at <b>",
            "Judged <b>duplicate</b> by <b>bob</b>")
        .doesNotContain("<script>");
  }

  @Test
  void saysNothingWhereNobodyHas() {
    assertThat(StandingSection.lines(Standing.NONE, MOMENTS)).isEmpty();
  }

  private static Verdict verdict(Judgement judgement, @Nullable String other) {
    return new Verdict("pay:20260306T132000Z", judgement, "bob", ONSET, other, null);
  }
}
