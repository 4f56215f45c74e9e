package io.groundswell.jobs.benchmark.feed;

/** What a post of the feed is, and how many of a thousand are so. */
public enum Kind {
  /** A complaint about a product and one of its components. */
  COMPLAINT(50),
  /** Names a product and complains about nothing. */
  NAMING(150),
  /** Names no product. */
  OTHER(800);

  /** Posts after which the shares are exact. */
  public static final int BLOCK = 1_000;

  private final int perBlock;

  Kind(int perBlock) {
    this.perBlock = perBlock;
  }

  /** How many of {@link #BLOCK} posts, copies among them. */
  public int perBlock() {
    return perBlock;
  }

  /** How many of these are copies of an earlier post: 2 %. */
  public int copiesPerBlock() {
    return perBlock / 50;
  }
}
