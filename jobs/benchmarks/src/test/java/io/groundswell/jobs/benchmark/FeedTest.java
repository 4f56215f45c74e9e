package io.groundswell.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.benchmark.feed.Feed;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.triage.Judgement;
import io.groundswell.jobs.surge.triage.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The feed is what the table says of it. */
class FeedTest {
  private static final long HALF_AN_HOUR = 1_800_000;

  @Test
  void sharesAreExactAndSizesMeanWhatTheySay() {
    List<Feed.Item> feed = feed(20_000);
    assertThat(feed).filteredOn(item -> item.kind() == Kind.COMPLAINT).hasSize(1_000);
    assertThat(feed).filteredOn(item -> item.kind() != Kind.OTHER).hasSize(4_000);
    assertThat(feed).filteredOn(Feed.Item::copy).hasSize(400);
    double bytes =
        feed.stream()
            .mapToInt(i -> i.json().getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElse(0);
    assertThat(bytes).isCloseTo(417, within(.1));
  }

  @Test
  void aCopyIsARecordThatWasGivenBeforeAndNothingElseIs() {
    Set<String> given = new HashSet<>();
    for (Feed.Item item : feed(20_000)) {
      assertThat(given.add(item.json())).as(item.json()).isEqualTo(!item.copy());
    }
  }

  @Test
  void theJobJudgesEveryPostAsTheFeedMeansIt() throws Exception {
    Judgement judgement = new Judgement(Invented.catalogue(), Policy.defaults());
    for (Feed.Item item : feed(20_000)) {
      Verdict verdict = judgement.judge(post(item));
      assertThat(verdict.complaint()).as(item.json()).isEqualTo(item.kind() == Kind.COMPLAINT);
      assertThat(verdict.recognition().products())
          .as(item.json())
          .hasSize(item.kind() == Kind.OTHER ? 0 : 1);
    }
  }

  @Test
  void complaintsBelongToTenThousandSubjects() throws Exception {
    Judgement judgement = new Judgement(Invented.catalogue(), Policy.defaults());
    Set<String> subjects = new HashSet<>();
    for (Feed.Item item : feed(200_000)) {
      if (item.kind() == Kind.COMPLAINT) {
        subjects.addAll(judgement.judge(post(item)).recognition().subjectKeys());
      }
    }
    assertThat(subjects).hasSize(Invented.SUBJECTS);
  }

  @Test
  void theCatalogueIsSound() {
    assertThat(Invented.catalogue().problems()).isEmpty();
  }

  private static List<Feed.Item> feed(int count) {
    Feed feed = new Feed(count, HALF_AN_HOUR);
    List<Feed.Item> items = new ArrayList<>();
    while (feed.hasNext()) {
      items.add(feed.next());
    }
    return items;
  }

  private static Post post(Feed.Item item) throws Exception {
    return new JsonPosts().read(item.json().getBytes(StandardCharsets.UTF_8));
  }
}
