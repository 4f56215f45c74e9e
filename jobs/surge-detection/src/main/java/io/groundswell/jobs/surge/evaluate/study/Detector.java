package io.groundswell.jobs.surge.evaluate.study;

/** Something that watches one stream. One instance per stream. */
interface Detector {
  /**
   * Takes the next bucket.
   *
   * @param start start of the bucket, epoch milliseconds; the last one's end
   * @param count complaints in it
   * @return how alarming the stream now is: larger is more alarming, in a unit of the detector's
   *     own
   */
  double add(long start, int count);

  /** A detector in the same state, which goes on by itself. */
  Detector copy();
}
