package io.groundswell.state.step;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.About;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.List;

/**
 * From version 0.4 on one operator hosts all patterns, and the job remembers what was ruled while
 * it ran.
 */
public final class HostAllPatterns implements Step {
  @Override
  public String from() {
    return "0.3";
  }

  @Override
  public String to() {
    return "0.4";
  }

  @Override
  public List<String> says() {
    return List.of(
        "what the operators of the seven patterns have begun goes to the one that hosts all",
        "nothing was ruled yet; posts that wait for their bucket do not say which catalogue judged them");
  }

  @Override
  public Edits edits(Savepoint from) throws IOException, UnfitSavepoint {
    Edits edits =
        new Edits()
            .change(Uids.WATCH_FEEDS, Uids.MADE_BY, said -> from().equals(said) ? to() : said)
            .where(Uids.WATCH_FEEDS, Uids.MADE_BY, about -> !saysShape(about));
    new BegunMatches(edits).carry(from);
    return edits;
  }

  /** The host's own patterns are in its roster, shapes and all. */
  private static boolean saysShape(About about) {
    return String.valueOf(about.mapKey()).startsWith("pattern-");
  }
}
