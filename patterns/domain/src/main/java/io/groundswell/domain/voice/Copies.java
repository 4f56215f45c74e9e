package io.groundswell.domain.voice;

import java.util.Arrays;

/**
 * How many have copied whom in the clock hour under way. People write the same few words by
 * themselves, so that many copies are not nothing: every {@value #A_VOICE}th is one more voice.
 * Mutable and flat, since it is operator state.
 */
public final class Copies {
  /** So many copies are a voice. */
  static final int A_VOICE = 8;

  private static final long HOUR = 3_600_000;
  private static final int MOST_VOICES = Crowd.MOST;

  /** Number of the clock hour. */
  public int hour;

  /** Voices that were copied. */
  public long[] voices = new long[0];

  /** How many copied each. */
  public int[] sizes = new int[0];

  /** Begins another hour where one has begun. */
  void turnTo(long at) {
    int now = (int) Math.floorDiv(at, HOUR);
    if (hour != now) {
      hour = now;
      voices = new long[0];
      sizes = new int[0];
    }
  }

  /** It is a copy by somebody new; returns whose voice it is. */
  long of(long voice) {
    int i = place(voice);
    if (i == MOST_VOICES) {
      return voice;
    }
    sizes[i]++;
    int more = sizes[i] / A_VOICE;
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
