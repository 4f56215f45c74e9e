package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.incident.IncidentKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser makes of the page, on a phone and on a desk, by day and by night. */
@Tag("browser")
class InChromiumIT {
  private static final Pattern SEEN = Pattern.compile("<pre>([^<]+)</pre>");
  private static final int PHONE = 375;

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String page = "";
  private int width = PHONE;

  @BeforeAll
  static void needsABrowser() {
    assumeThat(Chromium.isThere()).as("skipped: there is no 'chromium' on the PATH").isTrue();
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"375, false", "375, true", "1280, false", "1280, true"})
  void everythingThereIsCanBeReadAtAnyWidthAndByNight(int wide, boolean dark) throws Exception {
    JsonNode seen = look(html(Briefings.rich()), wide, dark);

    isSound(seen, wide);
    assertThat(seen.get("headings")).hasSize(13);
    assertThat(seen.get("paper").asText())
        .isEqualTo(dark ? "rgb(20, 24, 30)" : "rgb(255, 255, 255)");
  }

  @Test
  void aPageOfWhichLittleIsKnownIsSoundAsWell() throws Exception {
    isSound(look(html(Briefings.minimal()), PHONE, false), PHONE);
    isSound(look(html(Briefings.aside(IncidentKind.BLIND)), PHONE, true), PHONE);
  }

  @Test
  void whatSomebodySmugglesInIsNeitherFetchedNorRun() throws Exception {
    String leaky =
        html(Briefings.minimal())
            .replace("<main>", "<main><img src=\"/leak.png\"><script>fetch('/leak')</script>");
    Chromium.Seen seen = open(leaky, PHONE, false);

    assertThat(seen.console()).hasSize(2).allMatch(line -> line.contains("Content Security"));
    assertThat(asked).containsExactly("/look", "/page.html");
  }

  @Test
  void whatIsTooWideTooPaleOrTooSmallWouldBeFound() throws Exception {
    String bad =
        "<main><p style=\"width: 600px; color: #999\">x</p>"
            + "<details><summary style=\"padding: 0\">y</summary></details>";
    JsonNode seen = look(html(Briefings.minimal()).replace("<main>", bad), PHONE, false);

    assertThat(seen.get("width").asInt()).isGreaterThan(PHONE);
    for (String fault : List.of("beyond", "pale", "small")) {
      assertThat(seen.get(fault)).as(fault).hasSize(1);
    }
  }

  private void isSound(JsonNode seen, int wide) {
    assertThat(seen.get("room").asInt()).isEqualTo(wide);
    assertThat(seen.get("width").asInt()).as("no scrolling sideways").isEqualTo(wide);
    for (String fault : List.of("beyond", "pale", "small")) {
      assertThat(seen.get(fault)).as(fault).isEmpty();
    }
    assertThat(seen.get("scripts").asInt()).isZero();
  }

  private JsonNode look(String html, int wide, boolean dark) throws Exception {
    Chromium.Seen seen = open(html, wide, dark);
    assertThat(seen.console()).isEmpty();
    assertThat(asked).containsExactly("/look", "/page.html");
    Matcher found = SEEN.matcher(seen.dom());
    assertThat(found.find()).as(seen.dom()).isTrue();
    return new ObjectMapper().readTree(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
  }

  private Chromium.Seen open(String html, int wide, boolean dark) throws Exception {
    asked.clear();
    page = html;
    width = wide;
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/look";
    return new Chromium(folder).open(address, dark);
  }

  private static String html(Briefing briefing) {
    return new IncidentPage(Briefings.CATALOGUE, false).html(briefing);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    byte[] body = (path.equals("/look") ? frame() : page).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String frame() throws IOException {
    try (InputStream frame = InChromiumIT.class.getResourceAsStream("look.html")) {
      String html =
          new String(Objects.requireNonNull(frame).readAllBytes(), StandardCharsets.UTF_8);
      return html.replace("WIDTH", String.valueOf(width));
    }
  }
}
