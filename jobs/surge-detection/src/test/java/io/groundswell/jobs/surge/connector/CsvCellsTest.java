package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
  @Test
  void readsQuotedAndPlainCells() throws IOException {
    assertThat(read("a,\"b, \"\"c\"\"\r\n\",,5\" d"))
        .containsExactly("a", "b, \"c\"\r\n", "", "5\" d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"a\"b", "a\nb"})
  void refusesWhatIsNotOneRow(String row) {
    assertThatThrownBy(() -> read(row)).isInstanceOf(IOException.class);
  }

  @Test
  void aRowMayBeginWithAnything() throws IOException {
    assertThat(read("\0a,\uFEFFb")).containsExactly("\0a", "\uFEFFb");
    assertThat(read("\uFEFFa,b\0")).containsExactly("\uFEFFa", "b\0");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin = "caf\u00E9,b".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> CsvCells.read(latin)).isInstanceOf(IOException.class);
  }

  @Property
  void whatIsQuotedIsReadAgain(@ForAll @Size(min = 1, max = 5) List<@NotEmpty String> cells)
      throws IOException {
    List<String> written =
        cells.stream()
            .map(cell -> new String(PostFolder.utf8(cell), StandardCharsets.UTF_8))
            .toList();
    String row = written.stream().map(CsvCells::quoted).collect(Collectors.joining(","));

    assertThat(read(row)).isEqualTo(written);
  }

  private static List<String> read(String row) throws IOException {
    return CsvCells.read(PostFolder.utf8(row));
  }
}
