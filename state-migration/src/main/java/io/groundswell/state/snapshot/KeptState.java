package io.groundswell.state.snapshot;

import io.groundswell.cep.host.Hosting;
import io.groundswell.domain.briefing.Story;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.answer.AnswerIncidents;
import io.groundswell.jobs.surge.change.KeepChanges;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.jobs.surge.feed.WatchFeeds;
import io.groundswell.jobs.surge.incident.DescribeIncidents;
import io.groundswell.jobs.surge.ruling.RuledPatterns;
import io.groundswell.jobs.surge.volume.CountMentions;
import io.groundswell.jobs.surge.volume.DropDuplicates;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.DealtState;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.step.Migration;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.runtime.checkpoint.OperatorState;

/**
 * What a savepoint of the main job knows of closed buckets, without what anybody wrote. What waited
 * in open buckets is left out: whoever goes on from here counts those from their beginning.
 */
public final class KeptState {
  /** As Flink's operator of a source names what its readers have. */
  private static final String READERS = "SourceReaderState";

  private KeptState() {}

  /**
   * Up to when buckets had closed everywhere, epoch milliseconds.
   *
   * @param savepoint of the live job, in Flink's canonical format
   * @param lateness a bucket closes so long after its end, milliseconds
   */
  public static long closedUntil(Path savepoint, long lateness) throws IOException, UnfitSavepoint {
    long time = Long.MAX_VALUE;
    for (OperatorState operator : Savepoint.open(savepoint).operators()) {
      if (Savepoint.uid(operator).equals(Uids.READ_POSTS)) {
        for (Object split : DealtState.of(operator, READERS)) {
          time = Math.min(time, ClockedSource.lastTime((byte[]) split));
        }
      }
    }
    return time - lateness;
  }

  /**
   * Writes it.
   *
   * @param savepoint of the live job, in Flink's canonical format
   * @param folder a new folder for what is kept of it
   * @throws UnfitSavepoint where the savepoint is not whole or not canonical, or the folder is
   *     taken
   */
  public static void write(Path savepoint, Path folder) throws IOException, UnfitSavepoint {
    Edits edits = new Edits().keepOnly(lasting());
    keepOnly(edits, Uids.DROP_DUPLICATES, DropDuplicates.lasting());
    keepOnly(edits, Uids.KEEP_CHANGES, KeepChanges.lasting());
    keepOnly(edits, Uids.COUNT_MENTIONS, CountMentions.lasting());
    // Its timers are those of open buckets.
    edits.dropTimers(Uids.COUNT_MENTIONS);
    keepOnly(edits, Uids.WATCH_FEEDS, WatchFeeds.lasting());
    keepOnly(edits, Uids.ANSWER_INCIDENTS, AnswerIncidents.lasting());
    keepOnly(edits, Uids.DESCRIBE_INCIDENTS, DescribeIncidents.lasting());
    edits.change(Uids.DESCRIBE_INCIDENTS, Uids.STORIES, KeptState::strike);
    new Rewriting(Savepoint.open(savepoint), edits, folder)
        .anew()
        .write("what is kept for backtests", Rewriting.Progress.SILENT);
  }

  /**
   * What was kept, as this version reads it.
   *
   * @param kept as any version has written it
   * @param scratch a folder for the result where that is an older one; what is in it goes
   * @return where it is
   * @throws UnfitSavepoint where it is of a newer version
   */
  public static Path upToDate(Path kept, Path scratch) throws IOException, UnfitSavepoint {
    Savepoint savepoint = Savepoint.open(kept);
    if (Origin.of(savepoint).version().equals(MadeBy.STATE_VERSION)) {
      return kept;
    }
    LocalFiles.deleteFolder(scratch);
    new Migration(savepoint, Steps.shipped(), scratch).run(Rewriting.Progress.SILENT);
    return scratch;
  }

  private static void keepOnly(Edits edits, String uid, List<StateDescriptor<?, ?>> states) {
    edits.keepOnly(uid, states.stream().map(StateDescriptor::getName).toList());
  }

  /** Strikes the texts of an incident that is open. */
  private static Object strike(Object story) {
    ((Story) story).strike();
    return story;
  }

  /** Operators that remember what is over. */
  private static List<String> lasting() {
    List<String> uids =
        new ArrayList<>(
            List.of(
                Uids.DROP_DUPLICATES,
                Uids.KEEP_CHANGES,
                Uids.HEAR_VOICES,
                Uids.COUNT_MENTIONS,
                Uids.WATCH_FEEDS,
                Uids.SHARE_BUDGET,
                Uids.SAVE_FOR_CHANGES,
                Uids.LEARN_SEASONS,
                Uids.SCORE_BUCKETS,
                Uids.RAISE_INCIDENTS,
                Uids.ANSWER_INCIDENTS,
                Uids.DESCRIBE_INCIDENTS));
    uids.add(RuledPatterns.UID);
    uids.add(Hosting.UID);
    return uids;
  }
}
