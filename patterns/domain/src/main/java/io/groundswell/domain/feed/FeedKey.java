package io.groundswell.domain.feed;

/** Keys of feeds: a source's name as it is; a partition's behind a mark. */
public final class FeedKey {
  private static final String PARTITION = "partition:";

  private FeedKey() {}

  /** The key of a partition, such as {@code posts-3}. */
  public static String ofPartition(String name) {
    return PARTITION + name;
  }

  /** Whether the key is a partition's. */
  public static boolean isPartition(String key) {
    return key.startsWith(PARTITION);
  }

  /** The source, or the partition, as it is called where it comes from. */
  public static String name(String key) {
    return isPartition(key) ? key.substring(PARTITION.length()) : key;
  }
}
