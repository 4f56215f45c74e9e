package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.jobs.surge.page.IncidentPage;
import io.groundswell.jobs.surge.page.PageMark;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;

/**
 * Writes pages at once. Those that cannot be written, say because a disk is full, wait for the next
 * update or checkpoint: nothing that pages people may stop for the sake of a page. Where the input
 * has an end, that is the time to fail.
 */
final class PageWriter implements SinkWriter<Briefing> {
  /** Of more incidents than these, the pages that have waited longest are given up. */
  static final int MOST_WAITING = 256;

  private final Map<String, Briefing> waiting = new LinkedHashMap<>();
  private final PageFolder folder;
  private final IncidentPage page;
  private final Counter failures;

  /** A writer that counts what fails. */
  PageWriter(PageFolder folder, IncidentPage page, Counter failures) {
    this.folder = folder;
    this.page = page;
    this.failures = failures;
  }

  @Override
  public void write(Briefing briefing, Context context) throws IOException {
    String file = Reports.file(briefing.update().incidentId());
    waiting.remove(file);
    if (waiting.size() == MOST_WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    waiting.put(file, briefing);
    writeAll(false);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    writeAll(endOfInput);
  }

  private void writeAll(boolean required) throws IOException {
    try {
      for (Iterator<Map.Entry<String, Briefing>> next = waiting.entrySet().iterator();
          next.hasNext(); ) {
        Map.Entry<String, Briefing> entry = next.next();
        write(entry.getKey(), entry.getValue());
        next.remove();
      }
    } catch (IOException e) {
      failures.inc();
      if (required) {
        throw e;
      }
    }
  }

  private void write(String file, Briefing briefing) throws IOException {
    PageMark before = folder.mark(file);
    if (before == null || !page.mark(briefing).isBefore(before)) {
      folder.replace(file, page.html(briefing));
    }
  }

  @Override
  public void close() {
    // No file is open.
  }
}
