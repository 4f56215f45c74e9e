package io.groundswell.jobs.surge.volume;

import static io.groundswell.jobs.surge.volume.Mentions.RULE;
import static io.groundswell.jobs.surge.volume.Mentions.at;
import static io.groundswell.jobs.surge.volume.Mentions.closing;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.Arrival.Standing;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Uids;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever keeps posts is told: each that counts once, and which were withdrawn. */
class CountedPostsTest {
  private KeyedOneInputStreamOperatorTestHarness<Integer, Mention, Mention> dropDuplicates;

  @BeforeEach
  void begin() throws Exception {
    dropDuplicates =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DropDuplicates(RULE)), DropDuplicates::shard, Types.INT);
    dropDuplicates.open();
  }

  @AfterEach
  void close() throws Exception {
    dropDuplicates.close();
  }

  @Test
  void aPostIsToldOnceInTheBucketInWhichItCounts() throws Exception {
    dropDuplicates.processWatermark(closing("0:10:00"));
    meet(post("0:10:10", 1, ArrivalRule.NONE_CLOSED), post("0:10:20", 1, closing("0:10:00")));
    meet(post("0:09:50", 2, closing("0:10:00")), post("0:01:00", 3, closing("0:10:00")));
    assertThat(told()).isEmpty();

    dropDuplicates.processWatermark(closing("0:11:00"));
    assertThat(told())
        .extracting(CountedPost::start, CountedPost::standing)
        .containsExactlyInAnyOrder(
            tuple("0:10:00", Standing.IN_TIME),
            tuple("0:10:00", Standing.LATE),
            tuple("0:10:00", Standing.TOTALS_ONLY));
    assertThat(told()).allMatch(post -> "text".equals(post.kept().text()));
  }

  @Test
  void itsTextGoesNoFurther() throws Exception {
    meet(post("0:00:10", 1, ArrivalRule.NONE_CLOSED));
    dropDuplicates.processWatermark(closing("0:01:00"));

    assertThat(dropDuplicates.extractOutputValues())
        .singleElement()
        .extracting(Mention::kept)
        .isNull();
  }

  @Test
  void whatIsDroppedOrOfAnEarlierVersionIsNotTold() throws Exception {
    dropDuplicates.processWatermark(closing("49:00:00"));
    meet(post("0:00:10", 1, closing("49:00:00")), Mentions.mention("49:00:10", 2, 0));
    dropDuplicates.processWatermark(closing("49:01:00"));

    assertThat(told()).isEmpty();
    assertThat(dropDuplicates.extractOutputValues()).hasSize(1);
  }

  @Test
  void aWithdrawalFollowsItsPostAndIsNoComplaint() throws Exception {
    meet(post("0:00:10", 1, ArrivalRule.NONE_CLOSED));
    dropDuplicates.processWatermark(closing("0:01:00"));
    meet(withdrawal(at("0:01:10"), 1));
    dropDuplicates.processWatermark(closing("0:02:00"));

    assertThat(told()).extracting(post -> post.kept().withdrawn()).containsExactly(false, true);
    assertThat(told().get(1).standing()).isNull();
    assertThat(dropDuplicates.extractOutputValues()).hasSize(1);
  }

  /** In the same bucket, or as it comes on another way: it counts, and nobody is told its text. */
  @Test
  void aPostThatComesAfterItsWithdrawalIsToldWithoutItsText() throws Exception {
    meet(post("0:00:10", 1, ArrivalRule.NONE_CLOSED), withdrawal(at("0:00:30"), 1));
    meet(withdrawal(at("0:00:30"), 2));
    dropDuplicates.processWatermark(closing("0:01:00"));
    meet(post("0:00:20", 2, closing("0:01:00")));
    dropDuplicates.processWatermark(closing("0:02:00"));

    List<CountedPost> counted = told().stream().filter(post -> post.standing() != null).toList();
    assertThat(counted).hasSize(2).allMatch(post -> post.kept().withdrawn());
    assertThat(counted).allMatch(post -> post.kept().text().isEmpty());
    assertThat(dropDuplicates.extractOutputValues()).hasSize(2);
  }

  @Test
  void aWithdrawalWithoutATimeIsToldAtOnce() throws Exception {
    meet(withdrawal(Post.NO_TIME, 1));

    assertThat(told()).singleElement().extracting(CountedPost::standing).isNull();
  }

  @Test
  void nobodyRemembersWithdrawalsForEver() throws Exception {
    meet(withdrawal(at("0:00:30"), 1), post("0:00:40", 2, ArrivalRule.NONE_CLOSED));
    dropDuplicates.processWatermark(closing("50:00:00"));

    assertThat(dropDuplicates.numKeyedStateEntries()).as(Uids.WITHDRAWN).isZero();
    assertThat(dropDuplicates.numEventTimeTimers()).isZero();
  }

  private static Tuple tuple(String start, Standing standing) {
    return Tuple.tuple(at(start), standing);
  }

  private static Mention post(String clock, long identity, long closed) {
    KeptPost kept =
        new KeptPost(
            "id" + identity,
            "en",
            "text",
            null,
            .9,
            true,
            List.of("firefox"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            null,
            false,
            "",
            "",
            "");
    return mention(at(clock), closed, identity, kept);
  }

  private static Mention withdrawal(long time, long identity) {
    KeptPost kept = KeptPost.withdrawalOf("id" + identity);
    return mention(time, ArrivalRule.NONE_CLOSED, identity, kept);
  }

  private static Mention mention(long time, long closed, long identity, KeptPost kept) {
    List<String> subjects = List.of("firefox");
    return new Mention(
        time, closed, identity, 0, identity, "x", subjects, List.of(), null, identity, 0, kept);
  }

  private void meet(Mention... mentions) throws Exception {
    for (Mention mention : mentions) {
      dropDuplicates.processElement(mention, mention.createdAt());
    }
  }

  private List<CountedPost> told() {
    var told = dropDuplicates.getSideOutput(DropDuplicates.POSTS);
    return told == null ? List.of() : told.stream().map(element -> element.getValue()).toList();
  }
}
