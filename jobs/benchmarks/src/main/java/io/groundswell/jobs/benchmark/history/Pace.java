package io.groundswell.jobs.benchmark.history;

import java.util.concurrent.locks.LockSupport;

/** Lets work out in time: so many pieces, evenly over some seconds. */
final class Pace {
  private final long begin = System.nanoTime();
  private final double nanosOfPiece;
  private final long soon;

  /** A piece a second. */
  Pace(int pieces) {
    this(pieces, pieces, 0);
  }

  /**
   * A pace.
   *
   * @param soon seconds; what is due in less goes at once, since to be woken costs more than a line
   */
  Pace(long pieces, double seconds, double soon) {
    nanosOfPiece = seconds * 1e9 / pieces;
    this.soon = (long) (soon * 1e9);
  }

  /** Waits until it is a piece's turn. */
  void await(long piece) {
    long due = begin + (long) (piece * nanosOfPiece);
    for (long left = due - System.nanoTime(); left > soon; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
