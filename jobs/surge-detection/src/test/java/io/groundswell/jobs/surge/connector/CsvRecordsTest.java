package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {
  private static final long WHEN = Instant.parse("2019-05-04T01:30:54Z").toEpochMilli();

  @TempDir Path path;
  private PostFolder folder;

  @BeforeEach
  void open() {
    folder = new PostFolder(path);
  }

  @Test
  void readsEveryField() throws Exception {
    Post post =
        only(
            "id,source,created_at,text,lang,author.id,author.handle,author.location,"
                + "author.followers,author.automated,geo.country,geo.region,geo.lat,geo.lon,"
                + "tags,repost_of,in_reply_to,url,deleted,likes",
            "7,Shop,2019-05-04T01:30:54Z,Slow,en,ann,ann_b,Roma,12,True,IT,IT-62,41.9,12.5,"
                + "a; b|c;;,5,6,https://x.example,"
                + "TRUE,12");

    assertThat(post)
        .isEqualTo(
            Post.of("shop", "7", WHEN)
                .text("Slow")
                .lang("en")
                .author(new Author("ann", "ann_b", "Roma", 12L, true))
                .geo(new Geo("IT", "IT-62", 41.9, 12.5, null))
                .tags(List.of("a", "b", "c"))
                .relations("5", "6")
                .url("https://x.example")
                .deleted(true)
                .build());
  }

  @Test
  void anEmptyNumberIsAbsentAndHalfACoordinateNoPlace() throws Exception {
    Post post =
        only(
            "id,created_at,text,author.followers,geo.lat,geo.lon",
            "7,2019-05-04T01:30:54Z,Slow,,41.9,");

    assertThat(post).isEqualTo(Post.of("csv", "7", WHEN).text("Slow").build());
  }

  @Test
  void columnsMayBeCalledAnything() throws Exception {
    Path file =
        folder.write("posts.csv", "Ticket,\"When, exactly\", body \nT1,2019-05-04T01:30:54Z,Slow");
    Map<String, String> columns =
        Map.of("id", "Ticket", "created_at", "When, exactly", "text", "body");

    assertThat(read(folder.rows(file, columns).get(0)))
        .isEqualTo(Post.of("csv", "T1", WHEN).text("Slow").build());
  }

  @Test
  void quotedCellsHoldCommasQuotesAndLineEnds() throws Exception {
    Post post =
        only("id,created_at,text", "7,2019-05-04T01:30:54Z,\"It said \"\"no\"\",\r\nthen,\n\"");

    assertThat(post.text()).isEqualTo("It said \"no\",\r\nthen,\n");
  }

  @Test
  void quotesInAPlainCellAreText() throws Exception {
    Path file =
        folder.write(
            "posts.csv",
            "id,created_at,text\n7,2019-05-04T01:30:54Z,5\" screen\n8,2019-05-04T01:30:54Z,next");
    List<RawRecord> rows = folder.rows(file, Map.of());

    assertThat(read(rows.get(0)).text()).isEqualTo("5\" screen");
    assertThat(read(rows.get(1)).text()).isEqualTo("next");
  }

  @Test
  void rowsEndInAnyManner() throws Exception {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String content = String.join(end, "id,created_at,text", "7,2019-05-04T01:30:54Z,Slow", "");
      List<RawRecord> rows = folder.rows(folder.write("posts.csv", content), Map.of());

      assertThat(rows).extracting(RawRecord::where).containsExactly("posts.csv:2");
      assertThat(read(rows.get(0)).text()).isEqualTo("Slow");
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
    assertThat(only("\uFEFFid,created_at,text", "7,2019-05-04T01:30:54Z,x").id()).isEqualTo("7");
    assertThat(only("\uFEFF\"id\",created_at,text", "7,2019-05-04T01:30:54Z,x").id())
        .isEqualTo("7");
  }

  @Test
  void missingCellsAreMissingFieldsAndExtraOnesNothing() throws Exception {
    assertThat(refused("id,created_at,text", "7,2019-05-04T01:30:54Z"))
        .hasMessage("text is missing");
    assertThat(refused("text,created_at,id", "x,2019-05-04T01:30:54Z,")).hasMessage("id is empty");
    assertThat(only("id,created_at,text", "7,2019-05-04T01:30:54Z,x,y,z").text()).isEqualTo("x");
  }

  @Test
  void anUnknownColumnIsOneClearLine() {
    Path file = folder.write("posts.csv", "id,when,body\n");

    assertThatThrownBy(() -> folder.rows(file, Map.of("text", "boddy")))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "--columns: there is no column 'boddy' for text; the header has id, when, body");
  }

  @Test
  void aColumnThatEveryPostNeedsIsAskedFor() {
    Path file = folder.write("posts.csv", "id,when,text\n");

    assertThatThrownBy(() -> folder.rows(file, Map.of()))
        .isInstanceOf(BadInput.class)
        .hasMessage(
            "--columns: which column holds created_at? Write --columns created_at=COLUMN; the"
                + " header has id, when, text");
  }

  @Test
  void aHeaderThatIsNoCsvIsOneClearLine() {
    Path file = folder.write("posts.csv", "\"id,text\n1,x\n");

    assertThatThrownBy(() -> folder.rows(file, Map.of()))
        .isInstanceOf(BadInput.class)
        .hasMessage("posts.csv:1: the header is no row of a CSV in UTF-8");
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    assertThat(folder.rows(folder.write("posts.csv", ""), Map.of())).isEmpty();
    assertThat(folder.rows(folder.write("posts.csv", "id,created_at,text\n\n"), Map.of()))
        .isEmpty();
  }

  @Test
  void whatIsNoCsvIsADeadLetterAndTheNextRowIsRead() throws Exception {
    byte[] content =
        "id,created_at,text\n\"7\"x,2019-05-04T01:30:54Z,a\n8,2019-05-04T01:30:54Z,caf\u00E9\n9,2019-05-04T01:30:54Z,b"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<RawRecord> rows = folder.rows(folder.write("posts.csv", content), Map.of());

    assertThat(rows).hasSize(3);
    assertThat(refused(rows.get(0)).reason()).isEqualTo("unreadable");
    assertThat(refused(rows.get(1)).reason()).isEqualTo("unreadable");
    assertThat(read(rows.get(2)).id()).isEqualTo("9");
  }

  @Test
  void aQuoteThatNeverClosesIsADeadLetter() throws Exception {
    assertThat(refused("id,created_at,text", "7,2019-05-04T01:30:54Z,\"open").reason())
        .isEqualTo("unreadable");
  }

  @Test
  void anOversizedRowStaysSo() throws IOException {
    String content = "id,created_at,text\n7,2019-05-04T01:30:54Z," + "x".repeat(RecordFile.LARGEST);
    List<RawRecord> rows = folder.rows(folder.write("posts.csv", content), Map.of());

    assertThat(refused(rows.get(0)).reason()).isEqualTo("oversized");
  }

  private Post only(String header, String row) throws Exception {
    List<RawRecord> rows =
        folder.rows(folder.write("posts.csv", header + "\r\n" + row + "\r\n"), Map.of());
    assertThat(rows).hasSize(1);
    return read(rows.get(0));
  }

  private UnreadableRecord refused(String header, String row) throws IOException {
    return refused(folder.rows(folder.write("posts.csv", header + "\n" + row), Map.of()).get(0));
  }

  private static Post read(RawRecord row) throws UnreadableRecord {
    return new Reading(new JsonPosts(), WHEN).read(row);
  }

  private static UnreadableRecord refused(RawRecord row) {
    return catchThrowableOfType(UnreadableRecord.class, () -> read(row));
  }
}
