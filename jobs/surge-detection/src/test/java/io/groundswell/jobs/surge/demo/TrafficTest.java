package io.groundswell.jobs.surge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.demo.PostText.Kind;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.triage.Judgement;
import io.groundswell.jobs.surge.triage.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented public posts by day and by night, and means what the story says. */
class TrafficTest {
  private static final long HOUR = 60 * Story.MINUTE;
  private static final Story STORY = Story.after(2);

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSamePosts() {
    assertThat(hour(1, STORY.day())).isEqualTo(hour(1, STORY.day()));
    assertThat(hour(1, STORY.day())).isNotEqualTo(hour(2, STORY.day()));
  }

  @Test
  void slicesMakeNoDifference() {
    Traffic traffic = new Traffic(STORY, 1);
    traffic.minute(STORY.begin());
    assertThat(traffic.minute(STORY.day())).isEqualTo(new Traffic(STORY, 1).minute(STORY.day()));
  }

  @Test
  void peoplePostByDayAndSleepAtNight() {
    long monday = STORY.day();
    assertThat(hour(1, monday + 15 * HOUR))
        .hasSizeGreaterThan(hour(1, monday + 4 * HOUR).size() * 3 / 2);
  }

  @Test
  void anHourOfASurgeIsAFloodOfComplaints() {
    Story.Surge network = STORY.surges().get(1);
    Traffic traffic = new Traffic(STORY, 1);
    for (long time = network.from(); time < network.from() + HOUR; time += Story.MINUTE) {
      traffic.minute(time);
    }
    assertThat(traffic.sent().of(Kind.COMPLAINT)).isGreaterThan(1_000);
  }

  @Test
  void theJokeIsToldHundredsOfTimes() {
    Traffic traffic = new Traffic(STORY, 1);
    for (long time = STORY.joke().from(); time < STORY.joke().until(); time += Story.MINUTE) {
      traffic.minute(time);
    }
    assertThat(traffic.sent().of(Kind.JOKE)).isBetween(300L, 1_500L);
  }

  @Test
  void everySentenceIsJudgedAsItIsMeant() throws Exception {
    Judgement judgement = new Judgement(catalogue(), Policy.defaults());
    Sentences sentences = Sentences.shipped();
    PostText posts = new PostText(sentences);
    for (Company.Product product : Company.PRODUCTS) {
      List<String> about = new ArrayList<>(List.of(product.id()));
      product.components().forEach(component -> about.add(product.id() + "/" + component));
      for (String subject : about) {
        judged(posts, judgement, Kind.COMPLAINT, product, subject);
      }
      judged(posts, judgement, Kind.CHATTER, product, product.id());
    }
    judged(posts, judgement, Kind.COMPLAINT, Company.NOBODY, "?");
    judged(posts, judgement, Kind.CHATTER, Company.NOBODY, "?");
    judged(posts, judgement, Kind.JOKE, Company.PRODUCTS.get(2), STORY.joke().product());
  }

  /** Throws the dice often enough to see every sentence in many of its forms. */
  private static void judged(
      PostText posts, Judgement judgement, Kind kind, Company.Product product, String about)
      throws UnreadableRecord {
    for (int i = 0; i < 400; i++) {
      String record =
          posts.record(
              "1",
              kind,
              product,
              about,
              Company.REGIONS.get(i % Company.REGIONS.size()),
              STORY.day(),
              false,
              new Dice(7, i, 3));
      Verdict verdict =
          judgement.judge(new JsonPosts().read(record.getBytes(StandardCharsets.UTF_8)));
      assertThat(verdict.complaint()).as(record).isEqualTo(kind == Kind.COMPLAINT);
      if (verdict.complaint() && about.contains("/")) {
        assertThat(verdict.recognition().components()).as(record).containsExactly(about);
      }
      if (!product.name().isEmpty()) {
        assertThat(verdict.recognition().products()).as(record).containsExactly(product.id());
      }
    }
  }

  @Test
  void postsNameTheRegionsOfTheCompany() throws Exception {
    Judgement judgement = new Judgement(catalogue(), Policy.defaults());
    Set<String> seen = new HashSet<>();
    for (String record : hour(1, STORY.day() + 15 * HOUR)) {
      try {
        seen.addAll(
            judgement
                .judge(new JsonPosts().read(record.getBytes(StandardCharsets.UTF_8)))
                .recognition()
                .regions());
      } catch (UnreadableRecord broken) {
        // A few are meant to be.
      }
    }
    assertThat(Company.REGIONS).hasSize(30);
    assertThat(seen).hasSizeGreaterThan(20);
    // A town lies in a subdivision, where the company has its country.
    assertThat(seen).allMatch(id -> withCountries().contains(id.split("-", -1)[0]));
  }

  private static Set<String> withCountries() {
    Set<String> regions = new HashSet<>();
    Company.REGIONS.forEach(region -> regions.addAll(List.of(region.id(), region.country())));
    return regions;
  }

  private Catalogue catalogue() throws Exception {
    Path file = folder.resolve("catalogue.yaml");
    LocalFiles.create(file, Sentences.resource("catalogue.yaml"));
    return CatalogueFile.read(file);
  }

  private static List<String> hour(long seed, long from) {
    Traffic traffic = new Traffic(STORY, seed);
    List<String> records = new ArrayList<>();
    for (long time = from; time < from + HOUR; time += Story.MINUTE) {
      records.addAll(traffic.minute(time));
    }
    return records;
  }
}
