package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.Tail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say at a terminal is in its topic when the command returns, on a bare broker. */
class AnswerCommandsIT {
  private static final String INCIDENT = "shop/checkout:20260306T132000Z";

  @TempDir static Path folder;
  private static LocalBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    Files.writeString(
        folder.resolve("catalogue.yaml"),
        "products:\n  - {id: shop, name: Shop, aliases: [shop], components: [{id: checkout, name: Checkout, aliases: [checkout]}]}\n");
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        "kafka: {brokers: '%s'}\ncatalogue: catalogue.yaml\n".formatted(broker.address()));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aVerdictIsWritten() throws Exception {
    Console said = run("verdict", INCIDENT, "false", "--by", "ann", "--note", "a \"joke\"");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().strip()).isEqualTo(INCIDENT + ": false by ann, written to 'verdicts'.");
    Tail.Item item = first("verdicts");
    assertThat(item.key()).isEqualTo(INCIDENT);
    Verdict verdict = JsonAnswers.readVerdict(item.value().getBytes(StandardCharsets.UTF_8));
    assertThat(verdict)
        .isEqualTo(new Verdict(INCIDENT, Judgement.FALSE, "ann", verdict.at(), null, "a \"joke\""));
  }

  @Test
  void aMuteIsWrittenListedAndEnded() {
    Console muted =
        run(
            "mute",
            "shop/checkout",
            "--for",
            "2h",
            "--because",
            "moving",
            "--factor",
            "20",
            "--by",
            "ann");
    assertThat(muted.code()).as(muted.err()).isZero();
    assertThat(muted.out())
        .startsWith("Muted shop/checkout until ")
        .contains("by ann, because moving; 20 times the expected people page anyway");
    assertThat(first("mutes").key()).startsWith("shop/checkout:");

    assertThat(run("mute", "--list").out().lines())
        .singleElement()
        .asString()
        .startsWith("shop/checkout until ");
    assertThat(run("mute", "shop/checkout", "--end").out().strip())
        .isEqualTo("Ended the mute of shop/checkout by ann.");
    assertThat(run("mute", "--list").out()).isEmpty();
    assertThat(run("mute", "shop/checkout", "--end").errLines())
        .singleElement()
        .asString()
        .startsWith("no mute of 'shop/checkout' is running");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mute shpo --for 2h --because x | the catalogue has no product 'shpo'; did you mean 'shop'?",
        "mute shop/chekout --for 2h --because x | the catalogue has no component 'chekout'; did you mean 'checkout'?",
        "mute shop --because x | --for is missing: every mute ends; use 30m, 2h or 1d",
        "mute shop --for 31d --because x | --for is 31d; use 1m to 30d",
        "mute shop --for 2h | --because is missing: say why, for whoever wonders",
        "mute shop --for 2h --because x --factor 0 | --factor is less than 0.0001; use 1 to 1000",
        "mute | SUBJECT is missing: whose pages are to be held back?",
        "verdict shop:20260306T132000Z reel | 'reel' is no verdict; did you mean 'real'?",
        "verdict shop real | INCIDENT is 'shop'; give an incident_id such as shop/checkout:20260306T132000Z",
        "verdict shop:20260306T132000Z duplicate | duplicate needs --of: which incident tells of the same?",
        "verdict shop:20260306T132000Z real --of shop:20260306T132000Z | --of goes with duplicate alone",
        "verdict shop:20260306T132000Z duplicate --of shop:20260306T132000Z | --of names the incident itself; name the other one"
      })
  void mistakesAreAnsweredInOneLine(String command, String error) {
    Console answer = run(command.split(" ", -1));

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).singleElement().asString().startsWith(error);
  }

  private static Console run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--config", folder.resolve("groundswell.yaml").toString()));
    return Console.run(all.toArray(String[]::new));
  }

  private static Tail.Item first(String topic) {
    try (Tail tail = new Tail(Map.of("bootstrap.servers", broker.address()), List.of(topic))) {
      List<Tail.Item> items = tail.poll(Duration.ofSeconds(1));
      while (items.isEmpty()) {
        items = tail.poll(Duration.ofSeconds(1));
      }
      return items.get(0);
    }
  }
}
