package io.groundswell.jobs.surge.evaluate.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.triage.Judgement;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An hour in which people talk ten times as much about a product as in the hour before, and
 * complain as much: half of the posts before were complaints. All sentences are held out.
 */
class BurstTest {
  /** Of what goes round without a fault in its words. */
  private static final Set<String> TALK =
      Set.of(
          "praise", "thanks", "news-headline", "contest", "job-post", "everyday", "politics-rant");

  private static final int TIMES = 10;

  private final Judgement judgement = new Judgement(Runs.CATALOGUE, Policy.defaults());

  @Test
  void talkThatGrowsTenfoldDoesNotLookLikeASurge() throws Exception {
    List<LabelledPost> forms = read("forms.csv");
    List<LabelledPost> talk =
        read("phenomena.csv").stream().filter(post -> TALK.contains(post.group())).toList();
    double complaints = counted(forms);
    double chatter = counted(talk) * forms.size() / talk.size();
    double before = complaints + chatter;
    double burst = complaints + TIMES * chatter;
    assertThat(burst / before - 1).isLessThan(.15);
  }

  private double counted(List<LabelledPost> posts) {
    return posts.stream()
        .map(post -> Post.of("x", post.id(), 0).text(post.text() + " (acme)").build())
        .filter(post -> judgement.judgeToCount(post).complaint())
        .count();
  }

  private static List<LabelledPost> read(String name) throws IOException, URISyntaxException {
    return LabelledFile.read(
        Path.of(Objects.requireNonNull(BurstTest.class.getResource("heldout/" + name)).toURI())
            .toString());
  }
}
