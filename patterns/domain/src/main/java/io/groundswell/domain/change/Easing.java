package io.groundswell.domain.change;

/**
 * Less evidence is asked for a while after a change. Flat, since it is operator state.
 *
 * @param change what was changed
 * @param since start of the bucket in which it counts, epoch milliseconds: nothing less suffices
 *     for a run that began before
 * @param from start of the first bucket of which less is asked, epoch milliseconds
 * @param until end of the last one, epoch milliseconds
 * @param extra by how many times the usual budget more may be spent, above 0
 */
public record Easing(Change change, long since, long from, long until, double extra) {

  /** Whether it is on in the bucket that starts at a moment. */
  public boolean covers(long start) {
    return start >= from && start < until;
  }
}
