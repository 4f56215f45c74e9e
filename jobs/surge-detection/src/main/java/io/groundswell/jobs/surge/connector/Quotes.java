package io.groundswell.jobs.surge.connector;

/**
 * Follows the quotes of a CSV row (RFC 4180): only one at the beginning of a cell opens it, so that
 * inches and apostrophes in the middle of a plain cell swallow nothing.
 */
final class Quotes {
  private final boolean csv;
  private boolean cellBegins;
  private boolean quotedCell;
  private boolean open;

  /** Follows none where the records are no CSV. */
  Quotes(boolean csv) {
    this.csv = csv;
  }

  void beginRecord() {
    cellBegins = csv;
    quotedCell = false;
    open = false;
  }

  void follow(int b) {
    if (b == '"') {
      quotedCell |= cellBegins;
      open ^= quotedCell;
    } else if (b == ',' && !open) {
      quotedCell = false;
    }
    cellBegins = csv && b == ',' && !open;
  }

  /** Whether a line end would be part of a cell. */
  boolean open() {
    return open;
  }
}
