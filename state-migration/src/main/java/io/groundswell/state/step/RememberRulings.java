package io.groundswell.state.step;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.rewrite.Edits;
import java.util.List;

/** From version 0.4 on the job remembers what was ruled while it ran. */
public final class RememberRulings implements Step {
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
        "nothing was ruled yet; posts that wait for their bucket do not say which catalogue judged them");
  }

  @Override
  public Edits edits() {
    return new Edits()
        .change(Uids.WATCH_FEEDS, Uids.MADE_BY, said -> from().equals(said) ? to() : said);
  }
}
