package io.groundswell.jobs.surge;

import io.groundswell.domain.policy.Policy;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What a savepoint says of the job that wrote it, for whoever has to judge whether another version
 * can go on from it. Flink writes none of it.
 */
public final class MadeBy {
  /**
   * Version of what operators remember. It goes up when a savepoint of the one before no longer
   * looks the same: then state-migration gets a step, and a golden savepoint.
   */
  public static final String STATE_VERSION = "0.4";

  /** Key of the version. */
  public static final String STATE = "state";

  /** Key of Flink's version. */
  public static final String FLINK = "flink";

  /** Key of the width of a bucket, as ISO 8601 writes durations. */
  public static final String BUCKET = "bucket";

  /** The state that holds it, in an operator that every record reaches. */
  public static final MapStateDescriptor<String, String> DESCRIPTOR =
      new MapStateDescriptor<>(Uids.MADE_BY, Types.STRING, Types.STRING);

  private MadeBy() {}

  /**
   * What a job says that runs by this policy.
   *
   * @return by key
   */
  public static SortedMap<String, String> of(Policy policy) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put(STATE, STATE_VERSION);
    all.put(FLINK, EnvironmentInformation.getVersion());
    all.put(BUCKET, policy.bucket().toString());
    return all;
  }
}
