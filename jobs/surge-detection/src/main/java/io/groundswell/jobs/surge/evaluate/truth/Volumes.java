package io.groundswell.jobs.surge.evaluate.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Scored buckets as the job wrote them: those in which there was something to count. */
public final class Volumes {
  private static final double WEEK = 7 * 86_400_000.0;

  private final long width;
  private final Map<String, List<Bucket>> subjects = new TreeMap<>();
  private long begin = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;

  /**
   * None yet.
   *
   * @param width width of a bucket, milliseconds
   */
  public Volumes(long width) {
    this.width = width;
  }

  /**
   * A scored bucket.
   *
   * @param start epoch milliseconds
   * @param observed what was weighed
   * @param posts complaints as posts
   * @param expected the baseline
   * @param evidence calibrated
   * @param level {@code calm}, {@code elevated}, {@code extreme}
   */
  public record Bucket(
      long start, int observed, int posts, double expected, double evidence, String level) {}

  /** Adds the next bucket of a subject, in the order of time. */
  public void add(String subject, Bucket bucket) {
    subjects.computeIfAbsent(subject, key -> new ArrayList<>()).add(bucket);
    reach(bucket.start());
  }

  /** There was input in the bucket that starts at {@code start}, if only zeros. */
  public void reach(long start) {
    begin = Math.min(begin, start);
    end = Math.max(end, start + width);
  }

  /** Width of a bucket, milliseconds. */
  public long width() {
    return width;
  }

  /** Whether there was nothing at all. */
  public boolean isEmpty() {
    return begin > end;
  }

  /** Start of the first bucket, epoch milliseconds; 0 where there is none. */
  public long begin() {
    return isEmpty() ? 0 : begin;
  }

  /** End of the last bucket, epoch milliseconds; 0 where there is none. */
  public long end() {
    return isEmpty() ? 0 : end;
  }

  /** Weeks from the first bucket to the last. */
  public double weeks() {
    return (end() - begin()) / WEEK;
  }

  /** Keys of all subjects, in order. */
  public Set<String> subjects() {
    return subjects.keySet();
  }

  /** All buckets of a subject, in the order of time. */
  public List<Bucket> of(String subject) {
    return subjects.getOrDefault(subject, List.of());
  }

  /** The buckets of a subject that overlap a period. */
  public List<Bucket> of(String subject, long from, long until) {
    return of(subject).stream()
        .filter(bucket -> bucket.start() + width > from && bucket.start() <= until)
        .toList();
  }

  /** Complaints about a subject in a period, as posts. */
  public long posts(String subject, long from, long until) {
    return of(subject, from, until).stream().mapToLong(Bucket::posts).sum();
  }
}
