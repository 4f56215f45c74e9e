package io.groundswell.feeds.web;

import java.util.Arrays;

/** How large a record may be. */
public final class Sizes {
  /**
   * The main job takes records up to 256 KB. A longer one is cut a byte beyond: the job then makes
   * it a dead letter that says so, and neither memory nor Kafka has to hold it.
   */
  public static final int CUT = 256 * 1024 + 1;

  private Sizes() {}

  /** A record, cut where it is too long. */
  public static byte[] cut(byte[] record) {
    return record.length > CUT ? Arrays.copyOf(record, CUT) : record;
  }
}
