package io.groundswell.jobs.surge.connector;

import static io.groundswell.jobs.surge.connector.PostFolder.gzip;
import static io.groundswell.jobs.surge.connector.PostFolder.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {
  @TempDir Path path;
  private PostFolder folder;

  @BeforeEach
  void open() {
    folder = new PostFolder(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo\n", "one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo", "one\r\ntwo"})
  void aLineIsARecordHoweverItEnds(String content) throws IOException {
    assertThat(positions(content)).containsExactly("posts:1 one", "posts:2 two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\none\n\n\ntwo\n\n", "\r\none\r\n\r\n\r\ntwo", "\rone\r\r\rtwo"})
  void blankLinesAreNoRecordsButCountAsLines(String content) throws IOException {
    assertThat(positions(content)).containsExactly("posts:2 one", "posts:5 two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF", "\uFEFF\n"})
  void anEmptyFileHoldsNothing(String content) throws IOException {
    assertThat(positions(content)).isEmpty();
    assertThat(folder.lines(folder.write("posts", gzip(content)))).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstRecord() throws IOException {
    assertThat(positions("\uFEFF{}\n\uFEFF{}")).containsExactly("posts:1 {}", "posts:2 \uFEFF{}");
    assertThat(folder.lines(folder.write("posts", gzip("\uFEFF{}"))).get(0).bytes()).hasSize(2);
  }

  @Test
  void gzipIsToldByItsContentWhateverTheName() throws IOException {
    Path zipped = folder.write("posts.ndjson", gzip("one\ntwo"));
    Path plain = folder.write("posts.ndjson.gz", "one\ntwo");

    assertThat(folder.lines(zipped)).extracting(PostFolder::text).containsExactly("one", "two");
    assertThat(folder.lines(plain)).extracting(PostFolder::text).containsExactly("one", "two");
    assertThat(folder.lines(plain).get(1).where()).isEqualTo("posts.ndjson.gz:2");
  }

  @Test
  void gzipMayHaveSeveralMembers() throws IOException {
    assertThat(folder.lines(folder.write("posts", members())))
        .extracting(PostFolder::text)
        .containsExactly("one", "two", "three");
  }

  /** A pipe has nothing to give for a moment, and GZIPInputStream would take that for the end. */
  @Test
  void aSlowPipeLosesNoMember() throws IOException {
    InputStream before = System.in;
    System.setIn(new Pipe(members()));
    try {
      assertThat(PostFolder.all(new RecordFile("-", false)))
          .extracting(record -> record.where() + " " + PostFolder.text(record))
          .containsExactly("stdin:1 one", "stdin:2 two", "stdin:3 three");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void anOversizedRecordIsKeptByItsFirstKilobyte() throws IOException {
    String largest = "a".repeat(RecordFile.LARGEST);
    Path file = folder.write("posts", largest + "\n" + largest + "b\nnext\n" + largest + "cc");
    List<RawRecord> records = folder.lines(file);

    assertThat(records).extracting(RawRecord::oversized).containsExactly(false, true, false, true);
    assertThat(records)
        .extracting(record -> record.bytes().length)
        .containsExactly(RecordFile.LARGEST, 1024, 4, 1024);
    assertThat(records.get(2).where()).isEqualTo("posts:3");
    assertThat(PostFolder.text(records.get(2))).isEqualTo("next");
  }

  /** A gigabyte without a line end fits into one megabyte of gzip. */
  @Test
  void aBombTakesNoMoreMemoryThanTheLargestRecord() throws IOException {
    Path bomb = folder.write("posts.gz", gzip("a".repeat(64 << 20)));
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();

    List<RawRecord> records = folder.lines(bomb);

    assertThat(memory.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(8L * RecordFile.LARGEST);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).oversized()).isTrue();
  }

  @Test
  void aLineEndInAQuotedCellIsPartOfTheRow() throws IOException {
    assertThat(rows("a,\"b\r\nb\"\r\nc,d")).containsExactly("posts:1 a,\"b\r\nb\"", "posts:3 c,d");
    assertThat(rows("\"x \"\"y\n\"\"\",z\nc"))
        .containsExactly("posts:1 \"x \"\"y\n\"\"\",z", "posts:3 c");
  }

  @Test
  void aQuoteInThePlainCellOfARowOpensNothing() throws IOException {
    assertThat(rows("a,5\" screen\nb,it\"\"s\nc,\"d\"")).hasSize(3);
  }

  @Test
  void anOpenQuoteSwallowsNoMoreThanTheLargestRecord() throws IOException {
    String text = "a,\"b\n" + "c\n".repeat(RecordFile.LARGEST) + "d,e";
    Path file = folder.write("posts", text);
    List<RawRecord> records = PostFolder.all(new RecordFile(file.toString(), true));

    assertThat(records.get(0).oversized()).isTrue();
    assertThat(records.get(1).where()).isEqualTo("posts:" + (RecordFile.LARGEST / 2 + 1));
    assertThat(records).hasSize(1 + RecordFile.LARGEST / 2 + 2);
  }

  @Test
  void aTruncatedGzipIsAFailureThatNamesTheFile() {
    byte[] whole = gzip("one\ntwo\n".repeat(1000));
    for (int length : new int[] {3, 9, 11, whole.length / 2, whole.length - 1}) {
      Path file = folder.write("posts.gz", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> folder.lines(file))
          .isInstanceOf(IOException.class)
          .hasNoCause()
          .hasMessageStartingWith(file + ": cannot be read to its end: ");
    }
  }

  @Test
  void aDamagedGzipIsAFailureToo() {
    byte[] damaged = gzip("one\ntwo\n".repeat(1000));
    damaged[damaged.length - 6] ^= 1;
    Path file = folder.write("posts.gz", damaged);

    assertThatThrownBy(() -> folder.lines(file)).hasMessageStartingWith(file.toString());
  }

  private List<String> positions(String content) throws IOException {
    return folder.lines(folder.write("posts", content)).stream()
        .map(record -> record.where() + " " + PostFolder.text(record))
        .toList();
  }

  private List<String> rows(String content) throws IOException {
    Path file = folder.write("posts", content);
    return PostFolder.all(new RecordFile(file.toString(), true)).stream()
        .map(record -> record.where() + " " + PostFolder.text(record))
        .toList();
  }

  private static byte[] members() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String member : List.of("one\ntw", "", "o\nthree")) {
      all.write(gzip(member));
    }
    return all.toByteArray();
  }

  /** Gives a byte a time and never knows whether more will come. */
  private static final class Pipe extends FilterInputStream {
    Pipe(byte[] content) {
      super(new ByteArrayInputStream(content));
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return super.read(bytes, from, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  @Test
  void bytesPassUnchanged() throws IOException {
    byte[] odd = "caf\u00E9\u0000\t ".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(folder.lines(folder.write("posts", odd)).get(0).bytes()).isEqualTo(odd);
    assertThat(folder.lines(folder.write("posts", utf8("\uFEFE"))).get(0).bytes()).hasSize(3);
  }
}
