package io.groundswell.jobs.surge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.post.PostBuilder;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ReadPost;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several outcomes that apply the first in the ledger's order is the post's. */
class JudgePostsTest {
  private static final String COMPLAINT = "@acme the app is down again, cannot log in at all";

  private OneInputStreamOperatorTestHarness<ReadPost, Mention> judgePosts;

  @BeforeEach
  void open() throws Exception {
    open(false);
  }

  private void open(boolean keepPosts) throws Exception {
    judgePosts =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(
                new JudgePosts(Rules.of(Runs.CATALOGUE, Policy.defaults()), keepPosts)));
    judgePosts.open();
  }

  @AfterEach
  void close() throws Exception {
    judgePosts.close();
  }

  @Test
  void aDeletionComesBeforeAllElse() throws Exception {
    assertThat(outcome(complaint().deleted(true).withheld(true).relations("2", null)))
        .isEqualTo(Outcome.DELETIONS);
  }

  @Test
  void whatIsWithheldIsNoRepostAndNoComplaint() throws Exception {
    assertThat(outcome(complaint().withheld(true).relations("2", null)))
        .isEqualTo(Outcome.WITHHELD);
    assertThat(judgePosts.extractOutputValues()).isEmpty();
  }

  @Test
  void aRepostIsNoComplaint() throws Exception {
    assertThat(outcome(complaint().relations("2", null))).isEqualTo(Outcome.REPOSTS);
  }

  @Test
  void aNoticeIsChatter() throws Exception {
    judge(Post.noticeOf("bluesky", 0));

    assertThat(tallies()).extracting(Tally::outcome).containsExactly(Outcome.CHATTER);
    assertThat(tallies()).extracting(Tally::source).containsExactly("bluesky");
  }

  @Test
  void aComplaintGoesOn() throws Exception {
    judge(complaint().build());

    assertThat(tallies()).isEmpty();
    assertThat(judgePosts.extractOutputValues()).hasSize(1);
  }

  @Test
  void whereNobodyKeepsPostsNothingOfThemGoesOn() throws Exception {
    judge(complaint().build());
    judge(complaint().deleted(true).build());

    assertThat(judgePosts.extractOutputValues()).extracting(Mention::kept).containsOnlyNulls();
  }

  @Test
  void whereSomebodyDoesTheTextGoesOnWithoutWhoCanBeReached() throws Exception {
    keep();
    judge(
        complaint()
            .text("@Acme @jo_doe my payment failed twice, call (212) 555-0187" + " so".repeat(3000))
            .tags(List.of("billing", "@jo_doe"))
            .relations(null, "9")
            .lang("en-GB")
            .url("https://x.example/1")
            .build());

    KeptPost kept = onlyKept();
    assertThat(kept.text())
        .startsWith("@Acme @[name] my payment failed twice, call [phone] so")
        .hasSizeBetween(3_990, KeptPost.LONGEST);
    assertThat(kept.lang()).isEqualTo("en");
    assertThat(kept.url()).isEqualTo("https://x.example/1");
    assertThat(kept.probability()).isBetween(.5, 1.);
    assertThat(kept.directed()).isTrue();
    assertThat(kept.products()).containsExactly("acme");
    assertThat(kept.components()).containsExactly("acme/pay");
    assertThat(kept.symptoms()).contains("payment");
    assertThat(kept.tags()).containsExactly("billing", "@[name]");
    assertThat(kept.inReplyTo()).isEqualTo("9");
    assertThat(kept.withdrawn()).isFalse();
  }

  @Test
  void whatIsWithheldIsTakenBackAsWhatItsAuthorDeletes() throws Exception {
    keep();
    judge(complaint().withheld(true).build());
    judge(complaint().deleted(true).build());

    assertThat(judgePosts.extractOutputValues())
        .hasSize(2)
        .allMatch(Mention::withdrawal)
        .extracting(mention -> mention.kept().postId())
        .containsOnly("1");
  }

  private void keep() throws Exception {
    close();
    open(true);
  }

  private KeptPost onlyKept() {
    return judgePosts.extractOutputValues().get(0).kept();
  }

  private static PostBuilder complaint() {
    return Post.of("x", "1", 0).text(COMPLAINT);
  }

  private Outcome outcome(PostBuilder post) throws Exception {
    judge(post.build());
    assertThat(tallies()).hasSize(1);
    return tallies().get(0).outcome();
  }

  private void judge(Post post) throws Exception {
    judgePosts.processElement(new ReadPost(post, 1, 0, 0), 0);
  }

  private List<Tally> tallies() {
    return Said.in(judgePosts.getSideOutput(Ledger.OUTCOMES)).tallies();
  }
}
