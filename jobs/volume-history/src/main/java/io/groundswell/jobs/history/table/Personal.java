package io.groundswell.jobs.history.table;

import java.util.List;

/** What of a post is its author's, and goes when the author takes it back. */
public final class Personal {
  /** Columns of texts. */
  public static final List<String> TEXTS =
      List.of("id", "text", "url", "author", "link", "in_reply_to");

  /** Columns of lists of texts. */
  public static final List<String> LISTS = List.of("symptoms", "tags");

  private Personal() {}
}
