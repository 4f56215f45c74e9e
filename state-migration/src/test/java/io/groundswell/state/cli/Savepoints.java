package io.groundswell.state.cli;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.rewrite.Addition;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;

/** Savepoints that say something else of themselves than the golden one. */
final class Savepoints {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.4/hashmap");

  private Savepoints() {}

  /** Of a version that does not exist yet. */
  static Path newer(Path to) throws Exception {
    return saying(MadeBy.STATE, "9.9", to);
  }

  /** The golden one, whose job would have said something else. */
  static Path saying(String key, String value, Path to) throws Exception {
    Edits edits =
        new Edits()
            .where(Uids.WATCH_FEEDS, Uids.MADE_BY, about -> !key.equals(about.mapKey()))
            .add(
                Addition.toMap(
                    Uids.WATCH_FEEDS, 1, MadeBy.DESCRIPTOR, Types.BYTE, (byte) 0, key, value));
    return write(edits, to);
  }

  static Path write(Edits edits, Path to) throws Exception {
    new Rewriting(Savepoint.open(GOLDEN), edits, to).write("test", Rewriting.Progress.SILENT);
    return to;
  }
}
