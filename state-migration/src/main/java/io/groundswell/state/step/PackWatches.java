package io.groundswell.state.step;

import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.domain.surge.Watch;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.Savepoint;
import java.util.List;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/** What is normal for a subject is kept as bytes from version 0.2 on. */
public final class PackWatches implements Step {
  @Override
  public String from() {
    return "0.1";
  }

  @Override
  public String to() {
    return "0.2";
  }

  @Override
  public List<String> says() {
    return List.of(
        "what is normal for each subject becomes bytes, in single precision; without it the job does the same when it"
            + " scores the subject next");
  }

  @Override
  public Edits edits(Savepoint from) {
    return new Edits()
        .become(
            Uids.SCORE_BUCKETS,
            Uids.WATCH,
            Uids.PACKED_WATCH,
            BytePrimitiveArraySerializer.INSTANCE,
            watch -> PackedWatch.pack((Watch) watch));
  }
}
