package io.groundswell.jobs.benchmark.history;

import java.util.concurrent.locks.LockSupport;

/** Lets work out in time: so many pieces, evenly over some seconds. */
final class Pace {
  /** To be woken costs more than a line does: those that are due soon go at once. */
  private static final long SOON = 5_000_000;

  private final long begin = System.nanoTime();
  private final double nanosOfPiece;

  /** A piece a second. */
  Pace(int pieces) {
    this(pieces, pieces);
  }

  Pace(long pieces, double seconds) {
    nanosOfPiece = seconds * 1e9 / pieces;
  }

  /** Waits until it is a piece's turn. */
  void await(long piece) {
    long due = begin + (long) (piece * nanosOfPiece);
    for (long left = due - System.nanoTime(); left > SOON; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
