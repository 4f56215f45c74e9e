package io.groundswell.state.step;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.rewrite.Addition;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.Savepoint;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;

/** From version 0.3 on a savepoint says which job it is of. */
public final class SayWhoMadeIt implements Step {
  @Override
  public String from() {
    return "0.2";
  }

  @Override
  public String to() {
    return "0.3";
  }

  @Override
  public List<String> says() {
    return List.of("the savepoint says its version; without it the job does so with its next one");
  }

  @Override
  public Edits edits(Savepoint from) throws IOException {
    return new Edits()
        .add(
            Addition.toMap(
                Uids.WATCH_FEEDS, 1, MadeBy.DESCRIPTOR, Types.BYTE, (byte) 0, MadeBy.STATE, to()));
  }
}
