package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.Arrival.Standing;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape that readers of counted posts rely on. */
class PostLinesTest {
  private static final Rules RULES = Rules.of(Runs.CATALOGUE, Policy.defaults());
  private static final long CREATED = Instant.parse("2026-03-02T05:00:10Z").toEpochMilli();
  private static final long BUCKET = Instant.parse("2026-03-02T05:03:00Z").toEpochMilli();
  private static final KeptPost KEPT = kept("", "", "");

  private final PostLines lines = new PostLines(RULES);

  private static KeptPost kept(String catalogue, String policy, String weights) {
    return new KeptPost(
        "1",
        "en",
        "it is down",
        null,
        .97,
        true,
        List.of("acme"),
        List.of("acme/login"),
        List.of("IT"),
        List.of("outage"),
        List.of("app"),
        0xabcL,
        "0",
        false,
        catalogue,
        policy,
        weights);
  }

  @Test
  void aPostThatCounts() {
    Line line = lines.map(CountedPost.of(mention(CREATED, BUCKET - 1, KEPT), arrival(), false));

    assertThat(line.order()).isEqualTo("x/1");
    assertThat(line.time()).isEqualTo(BUCKET);
    assertThat(line.text())
        .isEqualTo(
            """
            {"source":"x","id":"1","created_at":"2026-03-02T05:00:10Z",\
            "bucket_start":"2026-03-02T05:03:00Z","late":true,"counted":"totals-only",\
            "lang":"en","text":"it is down","url":null,"author":"00000000000000ff",\
            "probability":0.97,"directed":true,"subjects":["acme","acme/login"],\
            "products":["acme"],"components":["acme/login"],"regions":["IT"],\
            "symptoms":["outage"],"tags":["app"],"link":"0000000000000abc","in_reply_to":"0",\
            "identity":"0000000000000007","record":"ffffffffffffffff",\
            "closed_until":"2026-03-02T05:03:00Z","catalogue_version":"%s",\
            "policy_version":"%s","triage_version":"%s"}"""
                .formatted(
                    RULES.catalogue().version(),
                    RULES.policy().version(),
                    RULES.model().version()));
  }

  @Test
  void aPostNamesWhatJudgedIt() {
    KeptPost kept = kept("c", "p", "w");
    Line line = lines.map(CountedPost.of(mention(CREATED, BUCKET - 1, kept), arrival(), false));

    assertThat(line.text())
        .endsWith("\"catalogue_version\":\"c\",\"policy_version\":\"p\",\"triage_version\":\"w\"}");
  }

  @Test
  void whereNothingHadClosedItIsNotSaidUntilWhen() {
    Arrival inTime = new Arrival(BUCKET, Standing.IN_TIME);
    Mention mention = mention(CREATED, ArrivalRule.NONE_CLOSED, KEPT);

    assertThat(lines.map(CountedPost.of(mention, inTime, false)).text())
        .contains("\"late\":false,\"counted\":\"in-time\"", "\"closed_until\":null");
  }

  @Test
  void aPostThatWasWithdrawnBeforeItCounted() {
    assertThat(
            lines.map(CountedPost.of(mention(CREATED, BUCKET - 1, KEPT), arrival(), true)).text())
        .contains("\"text\":null,\"url\":null,\"author\":null", "\"tags\":[]")
        .contains("\"components\":[\"acme/login\"]")
        .endsWith(",\"withdrawn\":true}");
  }

  @Test
  void aWithdrawal() {
    KeptPost withdrawn = KeptPost.withdrawalOf("1");
    Line timed = lines.map(CountedPost.withdrawal(mention(CREATED, BUCKET - 1, withdrawn)));
    Line timeless =
        lines.map(
            CountedPost.withdrawal(mention(Post.NO_TIME, ArrivalRule.NONE_CLOSED, withdrawn)));

    assertThat(timed.order()).isEqualTo(timeless.order()).isEqualTo("x/1");
    assertThat(timed.text())
        .isEqualTo(
            """
            {"source":"x","id":"1","identity":"0000000000000007","deleted":true,\
            "at":"2026-03-02T05:00:10Z"}""");
    assertThat(timeless.text()).endsWith("\"deleted\":true,\"at\":null}");
  }

  private static Arrival arrival() {
    return new Arrival(BUCKET, Standing.TOTALS_ONLY);
  }

  private static Mention mention(long createdAt, long closed, KeptPost kept) {
    List<String> subjects = List.of("acme", "acme/login");
    return new Mention(createdAt, closed, 7, -1, 255, "x", subjects, List.of(), null, 255, 0, kept);
  }
}
