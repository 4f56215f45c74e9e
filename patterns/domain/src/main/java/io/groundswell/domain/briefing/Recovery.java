package io.groundswell.domain.briefing;

import java.util.List;

/**
 * What posts say of an incident's end.
 *
 * @param peakAt start of the ten minutes in which most complaints came, epoch milliseconds; 0 where
 *     none is known
 * @param peak complaints in these
 * @param now complaints in the last ten minutes
 * @param backUp people who say that it works again, of one in {@value
 *     io.groundswell.domain.volume.Channel#CHATTER_SAMPLE} of those who do
 * @param regions the same by region, those with most to tell first
 */
public record Recovery(long peakAt, int peak, int now, int backUp, List<OfRegion> regions) {
  /** Nothing is known. */
  public static final Recovery NONE = new Recovery(0, 0, 0, 0, List.of());

  /** Complaints are half of what they were at the peak, or fewer. */
  public boolean falling() {
    return peak > 0 && 2 * now <= peak;
  }

  /**
   * A region's part.
   *
   * @param id the region
   * @param name for people
   * @param peak most complaints in ten minutes
   * @param now complaints in the last ten minutes
   * @param backUp people who say that it works again
   */
  public record OfRegion(String id, String name, int peak, int now, int backUp) {}
}
