package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Names of pages: safe as files and in addresses, and never the same for two incidents. */
class ReportsTest {

  @Test
  void whatCanBeReadOfAnIdCanBeReadInItsName() {
    assertThat(Reports.file("pay/card@IT:20260306T132000Z"))
        .matches("pay_card_IT_20260306T132000Z-[0-9a-f]{16}\\.html");
  }

  @Property
  void everyNameIsAPlainFile(@ForAll String id) {
    assertThat(Reports.file(id)).matches("[A-Za-z0-9_-]{17,80}\\.html");
  }

  @Test
  void noIdLeadsElsewhere() {
    for (String id :
        new String[] {"../../etc/passwd", "..", "", "/", "a\u0000b", "~" + "x".repeat(9999)}) {
      assertThat(Reports.file(id)).matches("[A-Za-z0-9_-]{17,80}\\.html");
    }
  }

  @Test
  void idsThatLookAlikeHaveDifferentNames() {
    assertThat(Reports.file("pay/card:1")).isNotEqualTo(Reports.file("pay@card:1"));
    assertThat(Reports.file("x".repeat(70) + "a")).isNotEqualTo(Reports.file("x".repeat(70) + "b"));
    assertThat(Reports.file("Pay:1")).isNotEqualToIgnoringCase(Reports.file("pay:1"));
  }

  @Test
  void linksAreWhereThePagesAre() {
    String file = Reports.file("pay:1");
    assertThat(Reports.beside(Path.of("out")))
        .isEqualTo(new Reports("out/incidents", "incidents/"))
        .returns("incidents/" + file, reports -> reports.link("pay:1"));
    assertThat(Reports.served("pages", "https://ops.example/i").link("pay:1"))
        .isEqualTo("https://ops.example/i/" + file)
        .isEqualTo(Reports.served("pages", "https://ops.example/i/").link("pay:1"));
    assertThat(Reports.served("pages", null).link("pay:1")).isNull();
    assertThat(Reports.NONE.link("pay:1")).isNull();
  }
}
