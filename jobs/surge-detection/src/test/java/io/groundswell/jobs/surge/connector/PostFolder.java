package io.groundswell.jobs.surge.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A folder in which a user lays files of posts, and what is read from them. */
record PostFolder(Path path) {

  Path write(String name, String content) {
    return write(name, utf8(content));
  }

  Path write(String name, byte[] content) {
    try {
      return Files.write(path.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RawRecord> lines(Path file) throws IOException {
    return all(new RecordFile(file.toString(), false));
  }

  List<RawRecord> rows(Path file, Map<String, String> columns) throws IOException {
    return all(new CsvRecords(new RecordFile(file.toString(), true), columns));
  }

  static List<RawRecord> all(RecordCutter cutter) throws IOException {
    List<RawRecord> records = new ArrayList<>();
    try (cutter) {
      for (RawRecord record = cutter.next(); record != null; record = cutter.next()) {
        records.add(record);
      }
    }
    return records;
  }

  static String text(RawRecord record) {
    return new String(record.bytes(), StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(utf8(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
