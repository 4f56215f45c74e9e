package io.groundswell.jobs.history.query;

import io.groundswell.jobs.surge.cli.CommandLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command answers.
 *
 * @param exit 0 answered, 1 failed, 2 the question was wrong
 */
record Asked(int exit, String out, String err) {
  static Asked of(Path warehouse, String... arguments) {
    List<String> all = new ArrayList<>(List.of("query", "--warehouse", warehouse.toString()));
    all.addAll(List.of(arguments));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exit = CommandLines.run(all.toArray(new String[0]));
      return new Asked(
          exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The lines of a CSV, without its head. */
  static List<String> rows(Path warehouse, String sql, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--format", "csv"));
    arguments.addAll(List.of(more));
    arguments.add(sql);
    Asked asked = of(warehouse, arguments.toArray(new String[0]));
    if (asked.exit() != 0) {
      throw new AssertionError(asked.err());
    }
    return asked.out().lines().skip(1).toList();
  }
}
