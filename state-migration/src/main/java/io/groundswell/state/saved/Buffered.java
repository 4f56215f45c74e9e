package io.groundswell.state.saved;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.PhysicalStateHandleID;
import org.apache.flink.runtime.state.StreamStateHandle;

/**
 * A file of state that is read in large pieces. Flink reads savepoints number by number, and its
 * streams of local files ask the system for each.
 */
final class Buffered implements StreamStateHandle {
  private static final long serialVersionUID = 1;
  private static final int PIECE = 1 << 16;

  private final StreamStateHandle file;

  private Buffered(StreamStateHandle file) {
    this.file = file;
  }

  static KeyGroupsSavepointStateHandle of(KeyGroupsSavepointStateHandle handle) {
    return new KeyGroupsSavepointStateHandle(
        handle.getGroupRangeOffsets(), new Buffered(handle.getDelegateStateHandle()));
  }

  @Override
  public FSDataInputStream openInputStream() throws IOException {
    return new Stream(file.openInputStream());
  }

  @Override
  public Optional<byte[]> asBytesIfInMemory() {
    return file.asBytesIfInMemory();
  }

  @Override
  public Optional<Path> maybeGetPath() {
    return file.maybeGetPath();
  }

  @Override
  public PhysicalStateHandleID getStreamStateHandleID() {
    return file.getStreamStateHandleID();
  }

  @Override
  public void discardState() throws Exception {
    file.discardState();
  }

  @Override
  public long getStateSize() {
    return file.getStateSize();
  }

  /** Has a piece of the file in memory. */
  private static final class Stream extends FSDataInputStream {
    private final FSDataInputStream in;
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;

    Stream(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public void seek(long position) throws IOException {
      long begin = in.getPos() - end;
      if (position >= begin && position <= in.getPos()) {
        at = (int) (position - begin);
      } else {
        in.seek(position);
        at = 0;
        end = 0;
      }
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos() - end + at;
    }

    @Override
    public int read() throws IOException {
      return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int some = Math.min(length, end - at);
      System.arraycopy(piece, at, into, offset, some);
      at += some;
      return some;
    }

    /** Whether there is anything more. */
    private boolean fill() throws IOException {
      if (at == end) {
        int read = in.read(piece, 0, PIECE);
        at = 0;
        end = Math.max(0, read);
      }
      return at < end;
    }

    @Override
    public int available() throws IOException {
      return end - at + in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
