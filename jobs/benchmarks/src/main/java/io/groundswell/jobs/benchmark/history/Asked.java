package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.benchmark.throughput.Spread;
import java.util.List;

/**
 * What a question cost.
 *
 * @param days how many days there were
 * @param rows how many rows
 * @param files how many files were read
 * @param of of how many
 * @param cold new processes, one after the other
 * @param warm seconds in one process
 */
record Asked(
    Question question,
    int days,
    long rows,
    int files,
    int of,
    List<OwnProcess.Took> cold,
    List<Double> warm) {
  /** The whole command, from its start to its end. */
  double command() {
    return Spread.of(cold.stream().map(OwnProcess.Took::seconds).toList()).median();
  }

  /** The command without the start of Java. */
  double alone() {
    return Spread.of(cold.stream().map(OwnProcess.Took::ownSeconds).toList()).median();
  }

  /** Asked again; not a number where it fails. */
  double again() {
    return warm.isEmpty() ? Double.NaN : Spread.of(warm).median();
  }

  /** The most memory of any. */
  double gigabytes() {
    return cold.stream().mapToLong(OwnProcess.Took::peak).max().orElse(0) / 1e9;
  }

  /** Why it was not answered; empty where it was. */
  String failure() {
    return cold.stream()
        .map(OwnProcess.Took::failure)
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse("");
  }
}
