package io.groundswell.jobs.surge.connector;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes of lines that have the same place the last that came, when the input has ended: a local
 * file of few lines that change. Wants parallelism 1 from where they arise.
 */
public final class LastLines implements Sink<Line> {
  private static final long serialVersionUID = 1;

  private final String path;

  /** A file that is created, or replaced, when the job starts. */
  public LastLines(String path) {
    this.path = path;
  }

  @Override
  public SinkWriter<Line> createWriter(WriterInitContext context) throws IOException {
    return new Writer(Files.newBufferedWriter(Path.of(path), StandardCharsets.UTF_8));
  }

  private static final class Writer implements SinkWriter<Line> {
    private final Map<String, Line> last = new HashMap<>();
    private final BufferedWriter out;

    Writer(BufferedWriter out) {
      this.out = out;
    }

    @Override
    public void write(Line line, Context context) {
      last.put(line.order(), line);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        for (Line line : last.values().stream().sorted(Line.ORDER).toList()) {
          out.write(line.text());
          out.write('\n');
        }
        last.clear();
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
