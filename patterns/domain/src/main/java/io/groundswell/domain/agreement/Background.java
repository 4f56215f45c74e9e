package io.groundswell.domain.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * How people complain about one product when nothing special happens: how often each word is used
 * and each language spoken, with a half-life of four weeks, and complaints of the last weeks to
 * compare with. Words share {@value #PLACES} places, so that the size is bounded (16 KB and at most
 * 140 KB of complaints) however many words there are; two that share a place look more usual than
 * they are. Mutable and flat, since it is operator state.
 */
public final class Background {
  static final int PLACES = 4_096;

  /** Complaints to compare with. */
  static final int MOST_REFERENCES = 256;

  private static final double HALF_LIFE_MINUTES = 4 * 10_080;
  private static final long MINUTE = 60_000;

  /** A longer silence may be that of a feed, and says nothing of how rare a word is. */
  private static final long LONGEST = 2 * 1_440 * MINUTE;

  /** From one of {@link #references} to the next: 96 of them span more than a week. */
  private static final long APART = 60 * MINUTE;

  /** An hour teaches at most so many times what is usual: a surge is no habit. */
  private static final double MOST_TIMES = 4;

  /** Voices that used a word of the place. */
  public float[] counts = new float[PLACES];

  /** All voices. */
  public double voices;

  /** For how long, in the same measure as the counts. */
  public double minutes;

  /** Up to when, epoch milliseconds; 0 before anything was learnt. */
  public long upTo;

  /** Complaints to compare with, the oldest first. */
  public List<Heard> references = new ArrayList<>();

  /** Learns from what was heard in the hour that ended at {@code now}, or longer ago. */
  void learn(List<Heard> past, long now) {
    double elapsed = upTo == 0 ? 0 : Math.min(LONGEST, Math.max(0, now - upTo)) / (double) MINUTE;
    double keep = Math.pow(2, -elapsed / HALF_LIFE_MINUTES);
    WordCounts learnt = new WordCounts();
    past.forEach(learnt::add);
    past.forEach(learnt::addLanguage);
    double hours = Math.max(1, elapsed / 60);
    boolean young = minutes < 1_440;
    double each = 60 * hours / Math.max(1, minutes);
    for (int i = 0; i < PLACES; i++) {
      counts[i] *= (float) keep;
    }
    learnt.forEach(
        (word, count) -> {
          int place = place(word);
          double most = 2 + MOST_TIMES * counts[place] * each;
          counts[place] += (float) (young ? count : Math.min(count, most));
        });
    double most = 2 + MOST_TIMES * voices * each;
    voices = voices * keep + (young ? past.size() : Math.min(past.size(), most));
    minutes = minutes * keep + elapsed;
    upTo = now;
    past.forEach(this::keep);
  }

  private void keep(Heard heard) {
    int last = references.size() - 1;
    if (last >= 0 && heard.at() - references.get(last).at() < APART) {
      return;
    }
    if (references.size() == MOST_REFERENCES) {
      references.remove(0);
    }
    references.add(new Heard(heard.at(), heard.voice(), heard.words()));
  }

  /** The share of voices that use a word, above 0 and below 1. */
  public double share(int word) {
    return Math.min(.99, (counts[place(word)] + .5) / (voices + 1));
  }

  /** Voices that have used a word or a language, older ones counting less. */
  public double count(int word) {
    return counts[place(word)];
  }

  private static int place(int word) {
    return word & (PLACES - 1);
  }
}
