package io.groundswell.domain.agreement;

import io.groundswell.domain.baseline.Elementary;
import io.groundswell.domain.catalogue.CommonWords;
import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.TermPast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which terms become subjects: those that at least {@value #LEAST_VOICES} voices use within an
 * hour, that are several times as common among the complaints of that hour as they used to be, and
 * that come several times as often. Decided at the close of a bucket, by rank: how unlikely so many
 * would be if the term were as common as ever; ties by the term. A term stays a subject until
 * nobody has used it for a day.
 */
public final class Terms {
  /** Subjects of a product at a time. */
  public static final int MOST_KEPT = 24;

  /** A subject that nobody has spoken of for so long, in milliseconds, is one no more. */
  public static final long FORGOTTEN_AFTER = Buckets.DAY;

  static final int LEAST_VOICES = 3;
  private static final int MOST_NEW = 4;
  private static final double TIMES_AS_COMMON = 3;
  private static final double TIMES_AS_OFTEN = 4;
  private static final double MOST_COMMON = .08;
  private static final double LEAST_SURPRISE = 5;

  /** What stood out so long ago counts half, in milliseconds. */
  private static final double HALF_FORGOTTEN_AFTER = 6 * Buckets.HOUR;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 24;

  /** Before that nobody knows what people usually say. */
  private static final double LEAST_MINUTES = 2 * 1_440;

  private final WordCounts hour = new WordCounts();

  /**
   * Closes a bucket of a product.
   *
   * @param kept the product's terms; changed in place
   * @param hearing what was heard, this bucket included
   * @param said the bucket's complaints, in their order
   * @return what is to be scored, by term
   */
  public List<TermVolume> close(
      KeptTerms kept,
      Hearing hearing,
      Supplier<Background> background,
      long start,
      List<Said> said) {
    kept.terms.removeIf(term -> start - term.lastAt >= FORGOTTEN_AFTER);
    List<TermVolume> volumes = new ArrayList<>();
    for (KeptTerm term : kept.terms) {
      volumes.add(count(term, start, said, null));
    }
    for (Candidate candidate : candidates(hearing, background, start, said)) {
      KeptTerm term = known(kept, candidate.word);
      if (term == null && makeRoom(kept, candidate, start)) {
        term = new KeptTerm();
        term.term = candidate.term;
        term.word = candidate.word;
        kept.terms.add(term);
        TermPast past = past(term, hearing, background.get(), start);
        volumes.add(count(term, start, said, past));
      }
      if (term != null) {
        term.surprise = candidate.surprise;
        term.surprisedAt = start;
      }
    }
    volumes.removeIf(volume -> volume.posts() == 0);
    return volumes;
  }

  private static @Nullable KeptTerm known(KeptTerms kept, int word) {
    return kept.terms.stream().filter(term -> term.word == word).findFirst().orElse(null);
  }

  /** A term that stands out more takes the place of the one that does least by now. */
  private static boolean makeRoom(KeptTerms kept, Candidate candidate, long start) {
    if (kept.terms.size() < MOST_KEPT) {
      return true;
    }
    KeptTerm least =
        Collections.min(
            kept.terms,
            Comparator.comparingDouble((KeptTerm term) -> faded(term, start))
                .thenComparing((KeptTerm term) -> term.term));
    return candidate.surprise > faded(least, start) && kept.terms.remove(least);
  }

  private static double faded(KeptTerm term, long start) {
    return term.surprise * Math.pow(2, -(start - term.surprisedAt) / HALF_FORGOTTEN_AFTER);
  }

  private static TermVolume count(
      KeptTerm term, long start, List<Said> said, @Nullable TermPast past) {
    int posts = 0;
    int observed = 0;
    int voices = 0;
    if (term.hour != Buckets.hour(start)) {
      term.hour = Buckets.hour(start);
      term.authors = new AuthorSet();
      term.voices = new AuthorSet();
    }
    for (Said one : said) {
      if (has(one.hashes(), term.word)) {
        posts++;
        observed += term.authors.addAll(new long[] {one.author()});
        voices += term.voices.addAll(new long[] {one.voice()});
        term.lastAt = start;
      }
    }
    return new TermVolume(
        term.term, observed, Math.min(voices, observed), posts, term.authors.people(), past);
  }

  /** What was heard of a term in the hour before the bucket. */
  private static TermPast past(KeptTerm term, Hearing hearing, Background usual, long start) {
    SortedMap<Long, Integer> before = new TreeMap<>();
    term.hour = Buckets.hour(start);
    for (Heard heard : hearing.heard) {
      if (heard.at() >= start - Buckets.HOUR
          && heard.at() < start
          && has(heard.words(), term.word)) {
        before.merge(heard.at(), 1, Integer::sum);
        if (Buckets.hour(heard.at()) == term.hour) {
          term.authors.addAll(new long[] {heard.voice()});
          term.voices.addAll(new long[] {heard.voice()});
        }
      }
    }
    return new TermPast(
        usual.count(term.word),
        usual.minutes,
        before.keySet().stream().mapToLong(Long::longValue).toArray(),
        before.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private List<Candidate> candidates(
      Hearing hearing, Supplier<Background> background, long start, List<Said> said) {
    if (hearing.since(start - Buckets.HOUR) < LEAST_VOICES
        || background.get().minutes < LEAST_MINUTES) {
      return List.of();
    }
    hour.clear();
    hearing.heard.stream().filter(h -> h.at() >= start - Buckets.HOUR).forEach(hour::add);
    SortedMap<Integer, String> words = new TreeMap<>();
    for (Said one : said) {
      for (int i = 0; i < one.hashes().length && !one.echo(); i++) {
        if (hour.of(one.hashes()[i]) >= LEAST_VOICES) {
          words.merge(one.hashes()[i], one.words()[i], Terms::first);
        }
      }
    }
    NavigableSet<Candidate> best = new TreeSet<>(Candidate.STRONGEST);
    words.forEach((word, term) -> consider(term, word, background.get(), best));
    return List.copyOf(best);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private void consider(String term, int word, Background usual, NavigableSet<Candidate> best) {
    double count = hour.of(word);
    double voices = hour.complaints();
    double share = usual.share(word);
    double expected = (usual.count(word) + 1) / usual.minutes * 60;
    if (!isTerm(term)
        || share > MOST_COMMON
        || count < TIMES_AS_COMMON * share * voices
        || count < TIMES_AS_OFTEN * expected) {
      return;
    }
    double rest = voices - count;
    double surprise =
        count * Elementary.log(count / voices / share)
            + (rest == 0 ? 0 : rest * Elementary.log(rest / voices / (1 - share)));
    if (surprise >= LEAST_SURPRISE) {
      best.add(new Candidate(term, word, surprise));
    }
    if (best.size() > MOST_NEW) {
      best.pollLast();
    }
  }

  private static boolean isTerm(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isLetter)
        && !CommonWords.isFunction(word);
  }

  private static boolean has(int[] words, int word) {
    for (int one : words) {
      if (one == word) {
        return true;
      }
    }
    return false;
  }

  private record Candidate(String term, int word, double surprise) {
    static final Comparator<Candidate> STRONGEST =
        Comparator.comparingDouble((Candidate c) -> -c.surprise).thenComparing(Candidate::term);
  }
}
