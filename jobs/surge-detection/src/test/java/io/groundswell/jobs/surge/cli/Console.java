package io.groundswell.jobs.surge.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command answered.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Console(int code, String out, String err) {

  /** Runs a command in this process. */
  public static Console run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = CommandLines.run(arguments);
      return new Console(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What it said on standard error, line by line. */
  public List<String> errLines() {
    return err.lines().toList();
  }
}
