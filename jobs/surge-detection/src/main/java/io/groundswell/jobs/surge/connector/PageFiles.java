package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.jobs.surge.page.IncidentPage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a page per incident into a folder; a later update replaces an earlier one, never the other
 * way round, also when a job that starts again tells things twice. An incident's updates have to
 * come to the same writer: at parallelism 1, or keyed by incident.
 */
public final class PageFiles implements Sink<Briefing> {
  private static final long serialVersionUID = 1;

  private final String folder;
  private final IncidentPage page;

  /** Pages in a folder, which is made where there is none. */
  public PageFiles(String folder, IncidentPage page) {
    this.folder = folder;
    this.page = page;
  }

  @Override
  public SinkWriter<Briefing> createWriter(WriterInitContext context) throws IOException {
    return new PageWriter(
        PageFolder.make(Path.of(folder)),
        page,
        context.metricGroup().getNumRecordsSendErrorsCounter());
  }
}
