package io.groundswell.domain.report;

import io.groundswell.domain.agreement.Background;
import io.groundswell.domain.agreement.Heard;
import io.groundswell.domain.agreement.Said;
import io.groundswell.domain.voice.Quote;
import io.groundswell.domain.voice.Speech;
import io.groundswell.domain.volume.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a bucket's complaints about a product. Of many it takes a sample, by the hashes of their
 * posts: of those of an hour about {@value #OF_AN_HOUR}, of a bucket {@value #OF_A_BUCKET} at most,
 * and {@value #OF_A_CALM_BUCKET} while nobody asks how usual they are.
 */
public final class Gathering {
  private static final int OF_AN_HOUR = 96;
  private static final int OF_A_BUCKET = 16;
  private static final int OF_A_CALM_BUCKET = 4;

  /** Fewer complaints in a language say little of how it is used. */
  private static final double TELLING = 20;

  /** What is usual in a language that hardly anybody has used yet. */
  private static final double OF_STRANGERS = .02;

  private final String product;
  private final long start;
  private final @Nullable Background background;
  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<Spoken> spoken = new ArrayList<>();

  /**
   * Begins a bucket.
   *
   * @param background what is usual; null where that is not asked
   */
  public Gathering(String product, long start, @Nullable Background background) {
    this.product = product;
    this.start = start;
    this.background = background;
  }

  private record Spoken(Mention mention, Speech speech, Quote quote, Said said) {
    /** Where between 0 and 1 the post falls, by chance. */
    double place() {
      return (scattered(mention.identity()) >>> 11) * 0x1p-53;
    }
  }

  /** Adds a complaint. */
  public void add(Mention mention, Said said) {
    Speech speech = mention.speech();
    boolean linked = speech != null && speech.gist().link() != 0;
    for (String subject : mention.subjects()) {
      int[] count = counts.computeIfAbsent(subject, key -> new int[2]);
      count[0]++;
      count[1] += linked ? 1 : 0;
    }
    if (speech != null && speech.quote() != null && !said.echo()) {
      spoken.add(new Spoken(mention, speech, speech.quote(), said));
    }
  }

  /**
   * What was gathered.
   *
   * @param ofHour complaints of the hour that ends with the bucket
   */
  public Reports close(int ofHour) {
    double share = OF_AN_HOUR / (double) Math.max(1, ofHour);
    int most = background == null ? OF_A_CALM_BUCKET : OF_A_BUCKET;
    List<Report> reports =
        spoken.stream()
            .filter(one -> one.place() < share)
            .sorted(Comparator.comparingDouble(Spoken::place))
            .limit(most)
            .map(this::report)
            .toList();
    List<Tally> tallies = new ArrayList<>();
    counts.forEach((key, count) -> tallies.add(new Tally(key, count[0], count[1])));
    return new Reports(product, start, tallies, new ArrayList<>(reports));
  }

  private Report report(Spoken one) {
    List<Word> words = new ArrayList<>();
    double speakers = background == null ? 0 : speakers(background, one.quote.lang());
    for (int i = 0; i < one.said.words().length; i++) {
      words.add(new Word(one.said.words()[i], usual(one.said.hashes()[i], speakers)));
    }
    return new Report(
        one.mention.createdAt(),
        one.mention.identity(),
        one.said.voice(),
        new ArrayList<>(one.mention.subjects()),
        one.speech.gist().link() != 0,
        one.quote,
        words);
  }

  private static double speakers(Background background, String lang) {
    return lang.isEmpty() ? background.voices : background.count(Heard.language(lang));
  }

  private float usual(int word, double speakers) {
    if (background == null) {
      return Word.UNKNOWN;
    }
    double share = background.share(word);
    if (speakers < TELLING) {
      return (float) Math.max(OF_STRANGERS, share);
    }
    return (float) Math.min(.99, (background.count(word) + .5) / (speakers + 1));
  }

  private static long scattered(long hash) {
    long mixed = hash * 0x9e3779b97f4a7c15L;
    return (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
  }
}
