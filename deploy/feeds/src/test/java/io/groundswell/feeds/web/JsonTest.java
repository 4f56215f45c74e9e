package io.groundswell.feeds.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages are taken apart without a byte being changed. */
class JsonTest {
  @Test
  void elementsStayAsTheyStand() throws IOException {
    assertThat(elements("[ {\"t\":1772427600.0,  \"x\":\"\u26a1\\u26a1\"}\n,{\"a\":[{}]} ]"))
        .containsExactly("{\"t\":1772427600.0,  \"x\":\"\u26a1\\u26a1\"}", "{\"a\":[{}]}");
  }

  @Test
  void theyMayLieDeeper() throws IOException {
    assertThat(
            elements(
                "{\"kind\":{\"data\":[{\"no\":1}]},\"data\":{\"after\":null,\"children\":[{\"yes\":1}]}}",
                "data",
                "children"))
        .containsExactly("{\"yes\":1}");
  }

  @Test
  void whereThereAreNoneThereAreNone() throws IOException {
    assertThat(elements("[]")).isEmpty();
    assertThat(elements("{\"data\":{}}", "data", "children")).isEmpty();
    assertThat(elements("{}", "data", "children")).isEmpty();
  }

  @Test
  void aPageThatIsCutOffIsNoPage() {
    assertThatThrownBy(() -> elements("[{\"id\":\"1\"},{\"id\":")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> elements("<html>")).isInstanceOf(IOException.class);
  }

  private static List<String> elements(String json, String... path) throws IOException {
    return Json.elements(json.getBytes(StandardCharsets.UTF_8), path).stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }
}
