package io.groundswell.jobs.surge.connector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Cuts a file into records: lines, or the rows of a CSV whose quoted cells may hold line ends.
 * Plain or gzip, told by the first bytes; {@code -} is standard input. Lines end as they do
 * anywhere (LF, CR LF, CR). Blank lines are no records, and a byte order mark is no part of one.
 */
public final class RecordFile implements RecordCutter {
  /** Longest record in bytes; what is longer is kept by its beginning only. */
  public static final int LARGEST = 256 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String path;
  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int at;

  private final Quotes quotes;
  private byte[] kept = new byte[4096];
  private long length;
  private long line = 1;
  private boolean afterReturn;

  /**
   * Opens a file.
   *
   * @param csv a line end inside a quoted cell is part of the record
   * @throws IOException where it cannot be read
   */
  public RecordFile(String path, boolean csv) throws IOException {
    this.path = path;
    this.name = "-".equals(path) ? "stdin" : String.valueOf(Path.of(path).getFileName());
    this.quotes = new Quotes(csv);
    InputStream raw = "-".equals(path) ? System.in : Files.newInputStream(Path.of(path));
    try {
      this.in = unzipped(new Patient(raw));
      this.filled = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
    } catch (IOException e) {
      raw.close();
      throw broken(e);
    }
    if (filled == BYTE_ORDER_MARK.length && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
      at = filled;
    }
  }

  private static InputStream unzipped(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  @Override
  public RawRecord next() throws IOException {
    while (true) {
      long first = line;
      boolean more = cut();
      if (length > 0) {
        boolean oversized = length > LARGEST;
        byte[] bytes = Arrays.copyOf(kept, oversized ? RawRecord.EXCERPT : (int) length);
        return RawRecord.ofFile(name + ":" + first, RawRecord.NO_TIME, bytes, oversized);
      }
      if (!more) {
        return null;
      }
    }
  }

  /** Reads up to a line end; false at the end of the file. */
  private boolean cut() throws IOException {
    length = 0;
    quotes.beginRecord();
    for (int b = read(); b >= 0; b = read()) {
      boolean sameEnd = afterReturn && b == '\n';
      afterReturn = b == '\r';
      if (b == '\n' || b == '\r') {
        line += sameEnd ? 0 : 1;
        if (!quotes.open() || length > LARGEST) {
          return true;
        }
      }
      quotes.follow(b);
      keep(b);
    }
    return false;
  }

  private void keep(int b) {
    if (length < LARGEST) {
      if (length == kept.length) {
        kept = Arrays.copyOf(kept, 2 * kept.length);
      }
      kept[(int) length] = (byte) b;
    }
    length++;
  }

  private int read() throws IOException {
    if (at == filled) {
      try {
        filled = Math.max(0, in.read(buffer));
      } catch (IOException e) {
        throw broken(e);
      }
      at = 0;
    }
    return filled == 0 ? -1 : buffer[at++] & 0xff;
  }

  /** Names the file; no cause, since people are shown the last one of a chain. */
  private IOException broken(IOException why) {
    IOException broken = new IOException(path + ": cannot be read to its end: " + why.getMessage());
    broken.addSuppressed(why);
    return broken;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * Waits where nothing has come yet. {@link GZIPInputStream} takes "nothing available" after a
   * member for the end, and would drop the members that a slow pipe has still to bring.
   */
  private static final class Patient extends BufferedInputStream {
    Patient(InputStream in) {
      super(in, 1 << 16);
    }

    @Override
    public synchronized int available() throws IOException {
      mark(1);
      boolean end = read() < 0;
      reset();
      return end ? 0 : Math.max(1, super.available());
    }
  }
}
