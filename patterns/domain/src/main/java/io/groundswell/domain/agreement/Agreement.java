package io.groundswell.domain.agreement;

import io.groundswell.domain.baseline.Elementary;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much more a complaint has in common with those of the last hour than complaints of the weeks
 * before have with them, as an e-value: a function of its likeness over the mean of that function
 * of theirs and its own. While nothing happens it is one more of the same kind, so that the mean of
 * this is 1, whatever the counts are and whatever was said before. So e-values of texts multiply
 * with each other and with those of the counts (Vovk and Wang, E-values: calibration, combination
 * and applications, Ann. Statist. 2021).
 *
 * <p>Not safe for use by several threads.
 */
public final class Agreement {
  private static final long MINUTE = 60_000;
  private static final long WINDOW = 60 * MINUTE;

  private static final long SHORT = 15 * MINUTE;

  /** How far back is compared with: faults begin fast or slowly. */
  private static final long[] BACK = {30 * MINUTE, WINDOW};

  /** What is usual weighs as much as so many recent complaints. */
  private static final double PRIOR = 2;

  /** Complaints that are compared with at most; of more, the latest. */
  private static final int MOST_RECENT = 32;

  /** Complaints of a bucket that are asked; after so many the counts have said it. */
  private static final int MOST_ASKED = 16;

  /** How far from the rest a likeness has to be: several, since nobody knows. */
  private static final double[] SHARPNESS = {2, 4, 8};

  /** Part of what one has that is put on each complaint: not each of them is about the fault. */
  private static final double STAKE = .25;

  private static final int LEAST_REFERENCES = 20;

  /** Long texts have more in common with everything. */
  private static final double SHORTEST = 8;

  private final WordCounts[] recent = {new WordCounts(), new WordCounts()};
  private int asked;
  private boolean begun;

  /** Begins with the complaints of a bucket of a product. */
  public void begin() {
    asked = 0;
    begun = false;
  }

  /**
   * Hears the next complaint.
   *
   * @param hearing what was heard before; changed in place
   * @param background what is usual
   * @return thousandths of the logarithm of its e-value; 0 where nothing is to be said
   */
  public int hear(Hearing hearing, Supplier<Background> background, Heard next) {
    int said = 0;
    if (hearing.knows(next.voice(), next.at() - WINDOW)) {
      return said; // Whoever speaks twice agrees with himself.
    }
    if (asked < MOST_ASKED && isLively(hearing, next.at())) {
      Background usual = background.get();
      if (usual.references.size() >= LEAST_REFERENCES) {
        asked++;
        open(hearing, next.at());
        double value = (value(next, recent[0], usual) + value(next, recent[1], usual)) / 2;
        said = (int) Math.round(1000 * Elementary.log(1 - STAKE + STAKE * value));
      }
    }
    hearing.add(next);
    for (WordCounts window : recent) {
      if (begun && window.complaints() < 2 * MOST_RECENT) {
        window.add(next);
      }
    }
    return said;
  }

  /** Whether there is more to be heard than usual: only then is anybody asked. */
  public static boolean isLively(Hearing hearing, long now) {
    int lately = hearing.since(now - SHORT);
    if (lately >= 2 && lately >= 1.5 * hearing.usualIn(15)) {
      return true;
    }
    int hour = hearing.since(now - WINDOW);
    return hour >= 4 && hour >= 1.5 * hearing.usualIn(60);
  }

  private void open(Hearing hearing, long now) {
    if (begun) {
      return;
    }
    begun = true;
    List<Heard> heard = hearing.heard;
    for (int i = 0; i < recent.length; i++) {
      recent[i].clear();
      int count = Math.min(MOST_RECENT, hearing.since(now - BACK[i]));
      heard.subList(heard.size() - count, heard.size()).forEach(recent[i]::add);
    }
  }

  private static double value(Heard next, WordCounts recent, Background usual) {
    double own = likeness(next, recent, usual);
    double[] sums = new double[SHARPNESS.length];
    for (Heard reference : usual.references) {
      double other = likeness(reference, recent, usual);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += Elementary.exp(SHARPNESS[i] * (other - own));
      }
    }
    double value = 0;
    for (double sum : sums) {
      value += (usual.references.size() + 1) / (sum + 1) / sums.length;
    }
    return value;
  }

  /** How much better recent words explain a complaint than the usual ones. */
  private static double likeness(Heard heard, WordCounts recent, Background usual) {
    double sum = 0;
    for (int word : heard.words()) {
      int count = recent.of(word);
      if (count > 0) {
        double share = usual.share(word);
        double ratio = (count + PRIOR * share) / ((recent.complaints() + PRIOR) * share);
        sum += ratio > 1 ? Elementary.log(ratio) : 0;
      }
    }
    return sum / Math.sqrt(SHORTEST + heard.words().length);
  }
}
