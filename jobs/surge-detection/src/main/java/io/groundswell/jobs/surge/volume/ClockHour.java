package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.People;
import java.util.ArrayList;
import java.util.List;

/**
 * Who has complained about a subject in the clock hour under way. Mutable and flat, since it is
 * operator state.
 */
public final class ClockHour {
  private static final int MOST_LATEST = 16;

  /** Number of the hour since the epoch. */
  public int hour = Integer.MIN_VALUE;

  /** Day on which the subject was last reported as seen, since the epoch. */
  public int seenOn = Integer.MIN_VALUE;

  /** The authors. */
  public AuthorSet authors = new AuthorSet();

  /** The voices among them, once these are not just the authors. */
  public AuthorSet voices = new AuthorSet();

  /** Some only say what others have said. */
  public boolean echoes;

  /** Adds those of a bucket; returns how many voices there are more. */
  int hear(OpenBucket bucket) {
    if (!echoes && bucket.echoes) {
      echoes = true;
      voices.addAll(authors);
    }
    return echoes ? voices.addAll(bucket.echoes ? bucket.voices : bucket.authors) : 0;
  }

  /** Begins another hour. */
  void turnTo(int next) {
    if (hour != next) {
      hour = next;
      authors = new AuthorSet();
      voices = new AuthorSet();
      echoes = false;
    }
  }

  /** Who has complained last, in whatever hour, the last one first; see {@link People#person}. */
  public List<Integer> latest = new ArrayList<>();

  /** Puts those who complained in a bucket before the others. */
  void add(People people) {
    for (int person : people.hashes()) {
      latest.remove((Integer) person);
      latest.add(0, person);
    }
    if (latest.size() > MOST_LATEST) {
      latest.subList(MOST_LATEST, latest.size()).clear();
    }
  }
}
