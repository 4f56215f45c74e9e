package io.groundswell.domain.voice;

import java.util.Arrays;

/**
 * The complaints heard about one product in the last hour, and in whose voice. Mutable and flat,
 * since it is operator state.
 *
 * <p>A complaint has the voice of the earliest one kept that is like it ({@link OneVoice}); where
 * none is, the voice that its author had last; where there is none either, the author's own. Of
 * those who copy a text, every eighth is a voice again ({@link Copies}), but not of those who send
 * to the same place.
 *
 * <p>At most {@value #MOST} complaints are kept, {@value #MOST_OF_A_VOICE} of them of a voice; the
 * oldest go first. That is 180 kB a product at most, 100 kB where texts have 25 words.
 */
public final class Crowd {
  /** Most complaints kept. */
  public static final int MOST = 512;

  /** Most complaints kept of one voice. */
  public static final int MOST_OF_A_VOICE = 8;

  private static final long MINUTE = 60_000;
  private static final long MEMORY = 60 * MINUTE;
  private static final int GO_TOGETHER = MOST / 8;
  private static final int NONE = -1;

  /** How many complaints are kept. */
  public int size;

  /** When each counts, epoch milliseconds, ascending. */
  public long[] times = new long[0];

  /** Who wrote each. */
  public long[] authors = new long[0];

  /** In whose voice each is. */
  public long[] voices = new long[0];

  /** What each says, in outline; see {@link Outlines}. */
  public long[] outlines = new long[0];

  /** What each says. */
  public Gist[] gists = new Gist[0];

  /** Who was copied how often. */
  public Copies copies = new Copies();

  /**
   * Hears a complaint.
   *
   * @param at when it counts, epoch milliseconds; never before one heard earlier
   * @param author hash of who wrote it
   * @return the voice: an author's hash
   */
  public long hear(long at, long author, Gist gist) {
    forget(at);
    copies.turnTo(at);
    makeRoom();
    gists[size] = gist;
    Arrays.fill(outlines, size * Outlines.LONGS, (size + 1) * Outlines.LONGS, 0);
    Outlines.write(gist, outlines, size);
    long known = lastVoiceOf(author);
    int like = like();
    long voice = like == NONE ? known : voices[like];
    boolean copied = voice != author && known == author;
    boolean sent = like != NONE && OneVoice.sendToOnePlace(gists[like], gist);
    times[size] = at;
    authors[size] = author;
    voices[size] = voice;
    size++;
    thin(voice);
    return copied && !sent ? copies.of(voice) : voice;
  }

  /**
   * Drops what is an hour old at the beginning of this minute, so that it is done once a minute.
   */
  public void forget(long now) {
    long oldest = now - Math.floorMod(now, MINUTE) - MEMORY;
    int gone = 0;
    while (gone < size && times[gone] < oldest) {
      gone++;
    }
    drop(0, gone);
  }

  /** How many of those kept an author wrote. */
  public int postsOf(long author) {
    int posts = 0;
    for (int i = 0; i < size; i++) {
      posts += authors[i] == author ? 1 : 0;
    }
    return posts;
  }

  private long lastVoiceOf(long author) {
    for (int i = size - 1; i >= 0; i--) {
      if (authors[i] == author) {
        return voices[i];
      }
    }
    return author;
  }

  /** The first one kept that is like the one in the place after the last. */
  private int like() {
    Gist gist = gists[size];
    for (int i = 0; i < size; i++) {
      if (Outlines.maybeSame(outlines, i, outlines, size) && OneVoice.same(gists[i], gist)) {
        return i;
      }
    }
    return NONE;
  }

  private void thin(long voice) {
    int count = 0;
    int oldest = NONE;
    for (int i = size - 1; i >= 0; i--) {
      if (voices[i] == voice) {
        count++;
        oldest = i;
      }
    }
    if (count > MOST_OF_A_VOICE) {
      drop(oldest, 1);
    }
  }

  private void makeRoom() {
    if (size == MOST) {
      drop(0, GO_TOGETHER);
    }
    if (size == gists.length) {
      int room = Math.min(MOST, Math.max(8, 2 * size));
      times = Arrays.copyOf(times, room);
      authors = Arrays.copyOf(authors, room);
      voices = Arrays.copyOf(voices, room);
      outlines = Arrays.copyOf(outlines, room * Outlines.LONGS);
      gists = Arrays.copyOf(gists, room);
    }
  }

  private void drop(int from, int count) {
    if (count == 0) {
      return;
    }
    int next = from + count;
    int rest = size - next;
    System.arraycopy(times, next, times, from, rest);
    System.arraycopy(authors, next, authors, from, rest);
    System.arraycopy(voices, next, voices, from, rest);
    System.arraycopy(
        outlines, next * Outlines.LONGS, outlines, from * Outlines.LONGS, rest * Outlines.LONGS);
    System.arraycopy(gists, next, gists, from, rest);
    Arrays.fill(gists, size - count, size, null);
    size -= count;
  }
}
