package io.groundswell.jobs.surge.evaluate.suspects;

import io.groundswell.domain.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the real job over generated histories, with their changes and without. */
public final class Histories {
  /** When all that is generated lies in the past, epoch milliseconds. */
  public static final long READ_AT = History.BEGIN.plus(Duration.ofDays(365)).toEpochMilli();

  private Histories() {}

  /** Runs the real job over files. */
  @FunctionalInterface
  public interface Job {
    /**
     * Runs it.
     *
     * @param changes of change events; none where empty
     * @return where its incidents are
     */
    Path run(Catalogue catalogue, Path posts, List<Path> changes) throws Exception;
  }

  /**
   * What came of them.
   *
   * @param seeds a history each, at each pace
   * @param paces how often products are changed
   * @param folder for what is written meanwhile
   */
  public static SuspectResult measure(
      List<Long> seeds, List<Pace> paces, Size size, Path folder, Job job) throws Exception {
    SuspectResult.Collecting collecting = new SuspectResult.Collecting(seeds, size);
    for (Pace pace : paces) {
      List<SuspectResult.Ran> ran = new ArrayList<>();
      for (long seed : seeds) {
        ran.add(run(new History(seed, pace, size), seed, folder, job));
      }
      collecting.add(pace, ran);
    }
    return collecting.result();
  }

  private static SuspectResult.Ran run(History history, long seed, Path folder, Job job)
      throws Exception {
    Path posts = folder.resolve("posts.ndjson");
    Path changes = folder.resolve("changes.ndjson");
    new HistoryFiles(history, seed).write(posts, changes);
    return new SuspectResult.Ran(
        history.faults(),
        Openings.read(job.run(history.catalogue(), posts, List.of(changes))),
        Openings.read(job.run(history.catalogue(), posts, List.of())));
  }
}
