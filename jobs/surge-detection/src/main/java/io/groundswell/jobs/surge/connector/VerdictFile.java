package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what people have judged, to evaluate by it or to learn from it. */
public final class VerdictFile {
  private VerdictFile() {}

  /**
   * The last judgement of each incident; who has only acknowledged it has judged nothing.
   *
   * @param paths JSON lines, plain or gzip; {@code -} is standard input
   * @throws BadInput where a record is no verdict
   */
  public static Map<String, Verdict> lastWords(List<String> paths) throws IOException {
    List<Verdict> all = new ArrayList<>();
    for (String path : paths) {
      try (RecordCutter cutter = new RecordFile(path, false)) {
        for (RawRecord record = cutter.next(); record != null; record = cutter.next()) {
          all.add(verdict(record));
        }
      }
    }
    all.sort(Verdict.IN_ORDER);
    Map<String, Verdict> last = new TreeMap<>();
    for (Verdict verdict : all) {
      if (verdict.judgement() != Judgement.ACKNOWLEDGED) {
        last.put(verdict.incidentId(), verdict);
      }
    }
    return last;
  }

  private static Verdict verdict(RawRecord record) {
    try {
      return JsonAnswers.readVerdict(record.bytes());
    } catch (UnreadableRecord e) {
      throw new BadInput("%s: %s".formatted(record.where(), e.getMessage()));
    }
  }
}
