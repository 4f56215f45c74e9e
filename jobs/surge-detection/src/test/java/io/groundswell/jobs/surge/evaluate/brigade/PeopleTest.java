package io.groundswell.jobs.surge.evaluate.brigade;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.domain.voice.Crowd;
import io.groundswell.domain.voice.GistReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Those whom brigades are held against: they come as people do, and speak for themselves. */
class PeopleTest {
  private static final int HOURS = 8 * 24;

  @Test
  void tenAnHourComeMoreInTheEvening() {
    Usual usual = new Usual(1, Trial.BEGIN);
    int all = 0;
    int evenings = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      int count = usual.nextHour().size();
      all += count;
      evenings += hour % 24 >= 12 ? count : 0;
    }

    assertThat(all / (double) HOURS).isBetween(9.3, 10.7);
    assertThat(evenings).isGreaterThan(all * 6 / 10);
  }

  @Test
  void eachHasAVoice() {
    GistReader reader = new GistReader();
    Crowd crowd = new Crowd();
    int heard = 0;
    Set<Long> voices = new HashSet<>();
    for (ScriptedPost post : usualAndCrowd()) {
      long author = Hash64.of("x", post.author());
      voices.add(crowd.hear(post.at().toEpochMilli(), author, reader.read(post.text())));
      heard++;
    }

    assertThat(voices).hasSizeGreaterThan(heard * 98 / 100);
  }

  @Test
  void theyAreTakenForPeopleWhoComplain() {
    LinearTriage triage = new LinearTriage(LinearTriage.shippedModel());
    List<ScriptedPost> posts = usualAndCrowd();

    long complaints = posts.stream().filter(post -> triage.complaint(post.text()) >= .5).count();
    assertThat(complaints).isGreaterThan(posts.size() * 95L / 100);
  }

  @Test
  void trialsOfASeedDifferInWhoComesBesideAlone() {
    List<Trial> trials = BrigadePlan.quick(List.of(7L)).trials();

    assertThat(trials).extracting(Trial::product).doesNotHaveDuplicates();
    assertThat(trials).extracting(Trial::from).containsOnly(trials.get(0).from());
    assertThat(trials).filteredOn(Trial::control).hasSize(1);
    assertThat(trials).allMatch(trial -> trial.holds(trial.from().toEpochMilli()));
  }

  /** Eight days, and within the next hour 200 people more. */
  private static List<ScriptedPost> usualAndCrowd() {
    Usual usual = new Usual(3, Trial.BEGIN);
    List<ScriptedPost> posts = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      posts.addAll(usual.nextHour());
    }
    posts.addAll(Usual.crowd(new Trial("p", null, 0, 0, 200, Duration.ofHours(1), 3)));
    return posts;
  }
}
