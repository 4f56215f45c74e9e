package io.groundswell.jobs.surge.connector;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PriorityQueue;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes lines to a local file in the order of time, whatever the order in which they came. Wants
 * parallelism 1.
 */
public final class LineFile implements Sink<Line> {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String header;

  /**
   * A file that is created, or replaced, when the job starts.
   *
   * @param path the file; {@code -} is standard output
   * @param header the first line, or empty for none
   */
  public LineFile(String path, String header) {
    this.path = path;
    this.header = header;
  }

  @Override
  public SinkWriter<Line> createWriter(WriterInitContext context) throws IOException {
    return new Writer(path, header);
  }

  /** Holds lines back until no earlier one can come. */
  private static final class Writer implements SinkWriter<Line> {
    private final PriorityQueue<Line> waiting = new PriorityQueue<>(Line.ORDER);
    private final BufferedWriter out;
    private final boolean standard;

    Writer(String path, String header) throws IOException {
      standard = "-".equals(path);
      OutputStream bytes = standard ? System.out : Files.newOutputStream(Path.of(path));
      out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
      if (!header.isEmpty()) {
        write(header);
      }
    }

    @Override
    public void write(Line line, Context context) {
      waiting.add(line);
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException {
      writeUntil(watermark.getTimestamp());
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        writeUntil(Long.MAX_VALUE);
      }
      out.flush();
    }

    private void writeUntil(long time) throws IOException {
      while (!waiting.isEmpty() && waiting.peek().time() <= time) {
        write(waiting.poll().text());
      }
    }

    private void write(String line) throws IOException {
      out.write(line);
      out.write('\n');
    }

    @Override
    public void close() throws IOException {
      if (standard) {
        out.flush();
      } else {
        out.close();
      }
    }
  }
}
