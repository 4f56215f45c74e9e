package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;

/**
 * What decides all of a generated stream.
 *
 * @param seed another seed, other streams
 * @param purpose streams of different purposes are independent
 * @param rate complaints a minute
 * @param number number of the stream, at least 0
 */
record StreamName(long seed, Purpose purpose, double rate, int number) {

  /**
   * Random numbers of their own for one part of what is drawn for this stream.
   *
   * @param part numbers that name it
   */
  Draws draws(long... part) {
    long[] name = new long[4 + part.length];
    name[0] = seed;
    name[1] = purpose.number();
    name[2] = Double.doubleToLongBits(rate);
    name[3] = number;
    System.arraycopy(part, 0, name, 4, part.length);
    return Draws.of(name);
  }
}
