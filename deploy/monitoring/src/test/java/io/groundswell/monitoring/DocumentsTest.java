package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules, dashboard, metrics and runbook know each other. */
class DocumentsTest {
  private static final Pattern ENTRY = Pattern.compile("(?m)^## (Groundswell[A-Za-z]+)$");

  @Test
  void everyRuleHasAnEntryInTheRunbookAndTheOtherWayRound() throws Exception {
    List<String> rules = Documents.alerts().stream().map(rule -> text(rule, "/alert")).toList();

    assertThat(ENTRY.matcher(Documents.runbook()).results().map(found -> found.group(1)).toList())
        .containsExactlyElementsOf(rules);
  }

  @Test
  void everyRuleLinksToItsEntryAndSaysHowUrgentItIs() throws Exception {
    for (JsonNode rule : Documents.alerts()) {
      String name = text(rule, "/alert");
      assertThat(text(rule, "/annotations/runbook"))
          .isEqualTo("deploy/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
      assertThat(text(rule, "/labels/severity")).as(name).isIn("page", "ticket");
      assertThat(text(rule, "/annotations/summary")).as(name).isNotBlank();
    }
  }

  @Test
  void everyEntryHasItsThreeParts() throws Exception {
    for (String entry : Documents.runbook().split("(?m)^## ", -1)) {
      if (entry.startsWith("Groundswell")) {
        assertThat(entry).contains("**Symptom.**", "**What it means.**", "**First action.**");
      }
    }
  }

  @Test
  void everyMetricThatIsAskedForIsDescribedAndTheOtherWayRound() throws Exception {
    Set<String> asked = new TreeSet<>(Documents.named(Documents.rules()));
    asked.addAll(Documents.named(Documents.queries().stream().collect(Collectors.joining("\n"))));

    assertThat(asked).isEqualTo(Documents.described(false));
  }

  private static String text(JsonNode rule, String pointer) {
    return rule.at(pointer).asText();
  }
}
