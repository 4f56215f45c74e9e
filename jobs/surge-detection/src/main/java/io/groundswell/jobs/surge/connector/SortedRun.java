package io.groundswell.jobs.surge.connector;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A sorted part of the records, in memory or in a temporary file, read from its beginning. */
final class SortedRun {
  private final Iterator<SortKey> memory;
  private final Path file;
  private final DataInputStream in;
  private SortKey head;

  private SortedRun(Iterator<SortKey> memory, Path file) throws IOException {
    this.memory = memory;
    this.file = file;
    this.in =
        file == null
            ? null
            : new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  static SortedRun inMemory(List<SortKey> keys) throws IOException {
    keys.sort(null);
    return new SortedRun(keys.iterator(), null);
  }

  static SortedRun spilled(List<SortKey> keys) throws IOException {
    keys.sort(null);
    Path file = Files.createTempFile("groundswell-sort", ".run");
    file.toFile().deleteOnExit();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (SortKey key : keys) {
        write(key, out);
      }
    }
    return new SortedRun(null, file);
  }

  /** The record that comes next. */
  SortKey head() {
    return head;
  }

  /** Moves to the next record; false after the last. */
  boolean advance() {
    try {
      head = memory == null ? read() : memory.hasNext() ? memory.next() : null;
      return head != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() {
    try {
      if (in != null) {
        in.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(SortKey key, DataOutputStream out) throws IOException {
    RawRecord record = key.record();
    out.writeLong(record.time());
    out.writeUTF(record.input().name());
    out.writeBoolean(record.oversized());
    out.writeLong(key.hash());
    for (String text : List.of(key.source(), key.id(), record.where())) {
      out.writeInt(text.length());
      out.writeChars(text);
    }
    out.writeInt(record.bytes().length);
    out.write(record.bytes());
  }

  private SortKey read() throws IOException {
    long time;
    try {
      time = in.readLong();
    } catch (EOFException end) {
      return null;
    }
    Input input = Input.valueOf(in.readUTF());
    boolean oversized = in.readBoolean();
    long hash = in.readLong();
    String source = text();
    String id = text();
    String where = text();
    byte[] bytes = bytes(in.readInt());
    return new SortKey(RawRecord.ofFile(input, where, time, bytes, oversized), source, id, hash);
  }

  /** Char by char: UTF-8 would lose halves of characters, and with them the order. */
  private String text() throws IOException {
    return ByteBuffer.wrap(bytes(Character.BYTES * in.readInt())).asCharBuffer().toString();
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
