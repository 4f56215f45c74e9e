package io.groundswell.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words that a company may put in the place of ours. */
class TemplatesTest {
  private static final Map<String, String> VALUES = Map.of("product", "Pay");

  @Test
  void everyLanguageSaysEverything() {
    for (String lang : Templates.SHIPPED) {
      for (String key : List.of("status_body", "reply", "announcement_over", "question_region")) {
        assertThat(Templates.defaults().fill(lang, key, VALUES)).as(lang + " " + key).isNotEmpty();
      }
    }
  }

  @Test
  void aCompanysOwnWordsTakeTheirPlace() {
    Templates own = Templates.defaults().with("de", List.of("# unsere", "reply = Moin! {product}"));

    assertThat(own.fill("de", "reply", VALUES)).isEqualTo("Moin! Pay");
    assertThat(own.fill("de", "reply_over", VALUES)).startsWith("Danke");
    assertThat(Templates.defaults().fill("de", "reply", VALUES)).startsWith("Danke");
  }

  @Test
  void aLanguageThatNobodyShipsFallsBackToEnglishLineByLine() {
    Templates own = Templates.defaults().with("nl", List.of("reply = Dank u. {product}"));

    assertThat(own.has("nl")).isTrue();
    assertThat(own.fill("nl", "reply", VALUES)).isEqualTo("Dank u. Pay");
    assertThat(own.fill("nl", "announcement_over", VALUES)).startsWith("Pay should work again.");
  }

  @Test
  void whatCannotBeFilledIsNamedWithItsLine() {
    List<Problem> problems =
        Templates.problems(List.of("reply = Dear {customer}", "", "replay = Hello", "no key here"));

    assertThat(problems).extracting(Problem::path).containsExactly("1", "3", "4");
    assertThat(problems.get(0).toString()).contains("{customer}", "product");
    assertThat(problems.get(1).toString()).contains("'replay'", "reply");
  }

  @Test
  void whatPeopleWroteIsNoTemplate() {
    Templates own = Templates.defaults().with("en", List.of("reply = {what}"));

    assertThat(own.fill("en", "reply", Map.of("what", "costs $5 {product} \\1")))
        .isEqualTo("costs $5 {product} \\1");
  }
}
