package io.groundswell.jobs.surge.demo;

import java.io.PrintStream;
import java.util.List;

/**
 * Where the demo tells its story: lines that stay, and on a terminal a panel below them that is
 * drawn anew in its place.
 */
public final class Screen {
  private static final String ERASE_BELOW = "\033[J";

  private final PrintStream lines;
  private final PrintStream panel;
  private final boolean terminal;
  private int height;

  /**
   * A screen.
   *
   * @param lines what stays
   * @param panel what is drawn anew
   * @param terminal whether there is a panel at all
   */
  public Screen(PrintStream lines, PrintStream panel, boolean terminal) {
    this.lines = lines;
    this.panel = panel;
    this.terminal = terminal;
  }

  /** Whether anyone sees what is only there for a moment. */
  boolean moves() {
    return terminal;
  }

  /** Prints a line that stays. */
  synchronized void say(String line) {
    erase();
    lines.println(line);
    lines.flush();
  }

  /** Draws the panel. */
  synchronized void draw(List<String> rows) {
    if (!terminal) {
      return;
    }
    StringBuilder text = new StringBuilder(back());
    for (String row : rows) {
      text.append(row).append("\033[K\n");
    }
    panel.print(text.append(ERASE_BELOW));
    panel.flush();
    height = rows.size();
  }

  /** Takes the panel away. */
  public synchronized void erase() {
    if (height > 0) {
      panel.print(back() + ERASE_BELOW);
      panel.flush();
      height = 0;
    }
  }

  private String back() {
    return height == 0 ? "" : "\033[" + height + "A\r";
  }
}
