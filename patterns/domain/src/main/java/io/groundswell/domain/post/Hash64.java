package io.groundswell.domain.post;

/**
 * A 64-bit hash of texts and bytes that is the same on every machine: FNV-1a over UTF-16 units or
 * bytes, finished with the mixer of SplitMix64 so that all 64 bits are usable.
 */
public final class Hash64 {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Hash64() {}

  /** Hash of two texts; {@code of("ab", "c")} differs from {@code of("a", "bc")}. */
  public static long of(String first, String second) {
    long hash = update(FNV_OFFSET, first);
    hash = (hash ^ 0xffff) * FNV_PRIME;
    return mix(update(hash, second));
  }

  /** Hash of bytes. */
  public static long of(byte[] bytes) {
    long hash = FNV_OFFSET;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return mix(hash);
  }

  private static long update(long hash, String text) {
    long updated = hash;
    for (int i = 0; i < text.length(); i++) {
      updated = (updated ^ text.charAt(i)) * FNV_PRIME;
    }
    return updated;
  }

  private static long mix(long hash) {
    long z = hash;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
