package io.groundswell.chaos.check;

/**
 * One thing that was checked.
 *
 * @param what was checked
 * @param right whether it is as it should be
 * @param figures what was found, in words
 */
public record Finding(String what, boolean right, String figures) {
  /** As it is printed. */
  public String line() {
    return "%-14s %s  %s".formatted(what, right ? "right" : "WRONG", figures);
  }
}
