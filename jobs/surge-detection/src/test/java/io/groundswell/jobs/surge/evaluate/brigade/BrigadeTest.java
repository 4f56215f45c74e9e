package io.groundswell.jobs.surge.evaluate.brigade;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.voice.Crowd;
import io.groundswell.domain.voice.GistReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrigadeTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int SEEDS = 5;

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSamePosts(BrigadeKind kind) {
    assertThat(posts(kind, 3, 25, 7)).isEqualTo(posts(kind, 3, 25, 7));
    assertThat(posts(kind, 3, 25, 8)).isNotEqualTo(posts(kind, 3, 25, 7));
  }

  @ParameterizedTest
  @EnumSource
  void everyAccountPostsOnceWithinTheHourAndNamesTheProduct(BrigadeKind kind) {
    assertThat(Brigade.templates(kind)).isGreaterThanOrEqualTo(12);
    for (int template = 0; template < Brigade.templates(kind); template++) {
      List<ScriptedPost> posts = posts(kind, template, 25, 1);
      assertThat(posts).extracting(ScriptedPost::author).doesNotHaveDuplicates().hasSize(25);
      assertThat(posts).extracting(ScriptedPost::at).isSorted();
      assertThat(posts).allMatch(post -> post.at().isBefore(START.plus(Brigade.LENGTH)));
      assertThat(posts).extracting(ScriptedPost::text).allMatch(text -> text.contains("Acme"));
      assertThat(posts).extracting(ScriptedPost::text).noneMatch(text -> text.contains("{"));
    }
  }

  @Test
  void onlyIdenticalPostsAreIdentical() {
    assertThat(texts(BrigadeKind.IDENTICAL)).hasSize(1);
    for (BrigadeKind kind : List.of(BrigadeKind.SLOTS1, BrigadeKind.SHUFFLED)) {
      assertThat(texts(kind)).hasSizeGreaterThan(5);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARAPHRASE")
  void anEighthOfTheScriptedAuthorsAreVoices(BrigadeKind kind) {
    for (int template = 0; template < Brigade.templates(kind); template++) {
      for (int authors : new int[] {25, 100}) {
        assertThat(mostVoices(kind, template, authors))
            .as("%s, template %s, %s authors", kind.label(), template, authors)
            .isLessThanOrEqualTo(2 + authors / 8);
      }
    }
  }

  /** What every clause says in other words is beyond a rule of words; it is reported. */
  @Test
  void paraphrasesAreFewerVoicesThanAuthors() {
    for (int template = 0; template < Brigade.templates(BrigadeKind.PARAPHRASE); template++) {
      assertThat(mostVoices(BrigadeKind.PARAPHRASE, template, 100)).isBetween(2, 25);
    }
  }

  private static int mostVoices(BrigadeKind kind, int template, int authors) {
    int most = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      most = Math.max(most, voices(posts(kind, template, authors, seed)));
    }
    return most;
  }

  private static int voices(List<ScriptedPost> posts) {
    Crowd crowd = new Crowd();
    GistReader reader = new GistReader();
    Set<Long> voices = new TreeSet<>();
    for (ScriptedPost post : posts) {
      long author = Hash64.of("x", post.author());
      voices.add(crowd.hear(post.at().toEpochMilli(), author, reader.read(post.text())));
    }
    return voices.size();
  }

  private static Set<String> texts(BrigadeKind kind) {
    Set<String> texts = new TreeSet<>();
    posts(kind, 0, 25, 1).forEach(post -> texts.add(post.text()));
    return texts;
  }

  private static List<ScriptedPost> posts(BrigadeKind kind, int template, int authors, long seed) {
    return Brigade.posts(kind, template, "Acme", authors, START, seed);
  }
}
