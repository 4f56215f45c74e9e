package io.groundswell.jobs.surge.connector;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Cuts a file into records: lines, or the rows of a CSV whose quoted cells may hold line ends.
 * Plain or gzip, told by the first bytes; {@code -} is standard input. Blank lines are no records.
 */
public final class RecordFile implements RecordCutter {
  /** Longest record in bytes; what is longer is kept by its beginning only. */
  public static final int LARGEST = 256 * 1024;

  private static final int KEPT_OF_OVERSIZED = 1024;

  private final InputStream in;
  private final String name;
  private final boolean quotes;
  private final ByteArrayOutputStream record = new ByteArrayOutputStream(4096);
  private long line = 1;
  private long length;
  private boolean oversized;

  /**
   * Opens a file.
   *
   * @param quotes a line end between double quotes is part of the record
   * @throws IOException where it cannot be read
   */
  public RecordFile(String path, boolean quotes) throws IOException {
    this.name = "-".equals(path) ? "stdin" : String.valueOf(Path.of(path).getFileName());
    this.quotes = quotes;
    this.in = unzipped("-".equals(path) ? System.in : Files.newInputStream(Path.of(path)));
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  @Override
  public RawRecord next() throws IOException {
    while (true) {
      long first = line;
      boolean more = cut();
      if (length > 0) {
        return new RawRecord(name + ":" + first, RawRecord.NO_TIME, bytes(), oversized);
      }
      if (!more) {
        return null;
      }
    }
  }

  /** Reads up to a line end; false at the end of the file. */
  private boolean cut() throws IOException {
    record.reset();
    length = 0;
    oversized = false;
    boolean quoted = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        line++;
        if (!quoted || oversized) {
          return true;
        }
      }
      quoted ^= quotes && b == '"';
      if (quoted || (b != '\r' && b != '\n')) {
        keep(b);
      }
    }
    return false;
  }

  private void keep(int b) {
    length++;
    if (length <= LARGEST) {
      record.write(b);
    } else {
      oversized = true;
    }
  }

  private byte[] bytes() {
    byte[] bytes = record.toByteArray();
    return oversized ? Arrays.copyOf(bytes, KEPT_OF_OVERSIZED) : bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
