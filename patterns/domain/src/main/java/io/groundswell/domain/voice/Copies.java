package io.groundswell.domain.voice;

import java.util.Arrays;

/**
 * How many have copied whom in the clock hour under way. One text that makes up most of what is
 * said is a campaign, and its copies are no voices. A few texts that many use are how a crowd
 * talks: of each, every {@value #A_VOICE}th copy is one more voice. Mutable and flat, since it is
 * operator state.
 */
public final class Copies {
  /** So many copies are a voice. */
  static final int A_VOICE = 8;

  /** A text with a larger share of the hour is one voice, however many say it. */
  private static final double MOST_SHARE = .6;

  private static final long HOUR = 3_600_000;
  private static final int MOST_VOICES = Crowd.MOST;

  /** Number of the clock hour. */
  public int hour;

  /** Complaints in it. */
  public int all;

  /** Voices that were copied. */
  public long[] voices = new long[0];

  /** How many copied each. */
  public int[] sizes = new int[0];

  /** A complaint comes. */
  void hear(long at) {
    int now = (int) Math.floorDiv(at, HOUR);
    if (hour != now) {
      hour = now;
      all = 0;
      voices = new long[0];
      sizes = new int[0];
    }
    all++;
  }

  /** It is a copy by somebody new; returns whose voice it is. */
  long of(long voice) {
    int i = place(voice);
    if (i == MOST_VOICES) {
      return voice;
    }
    sizes[i]++;
    boolean campaign = sizes[i] + 1 > MOST_SHARE * all;
    int more = campaign ? 0 : sizes[i] / A_VOICE;
    return more == 0 ? voice : voice ^ (0x9e3779b97f4a7c15L * more);
  }

  private int place(long voice) {
    for (int i = 0; i < voices.length; i++) {
      if (voices[i] == voice) {
        return i;
      }
    }
    if (voices.length < MOST_VOICES) {
      voices = Arrays.copyOf(voices, voices.length + 1);
      sizes = Arrays.copyOf(sizes, sizes.length + 1);
      voices[voices.length - 1] = voice;
      return voices.length - 1;
    }
    return MOST_VOICES;
  }
}
