package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.surge.DeafWeights;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.RulingJson.Sent;
import io.groundswell.jobs.surge.connector.kafka.Clock;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.WeightsText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ruled at a terminal, on a bare broker with a clock that ticks. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ApplyIT {
  private static final String SHOP = "products:\n  - {id: shop, name: Shop, aliases: [shop]%s}\n";
  private static final String TAGGED = SHOP.formatted(", hashtags: [ShopDown]");

  @TempDir Path folder;
  private LocalBroker broker;
  private RunSettings settings;
  private Clock clock;
  private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    write("catalogue.yaml", SHOP.formatted(""));
    write("policy.yaml", "min_authors: 4\noverrides: [{product: shop, min_authors: 3}]\n");
    write("groundswell.yaml", settingsOf(""));
    settings = RunFile.read(folder.resolve("groundswell.yaml"));
    KafkaInput input = LiveKafka.input(settings, 0);
    KafkaTopics.create(input.client(), input.wanted(), Optional.empty());
    RuleFiles.begin(settings);
    clock = new Clock(input, System::currentTimeMillis);
    var unused = ticking.scheduleWithFixedDelay(clock::tick, 0, 300, TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    ticking.shutdown();
    assertThat(ticking.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    clock.close();
    broker.close();
  }

  @Test
  void whatIsAppliedHoldsFromAMomentOnAndCanBeTakenBack() throws Exception {
    write("new.yaml", TAGGED);

    Console shown = apply("catalogue", "new.yaml", "--diff");
    assertThat(shown.out().lines())
        .containsExactly(
            "catalogue 1, by file -> " + folder.resolve("new.yaml"),
            "  + products.shop.hashtags: ShopDown",
            "What it would have told: groundswell apply catalogue %s --config %s --diff --warehouse DIR"
                .formatted(folder.resolve("new.yaml"), folder.resolve("groundswell.yaml")));
    assertThat(rulings()).hasSize(2);

    Console applied = apply("catalogue", "new.yaml", "--because", "it trends", "--by", "ann");
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(applied.out()).contains("Applied as catalogue 2. It holds from 20").contains(" on.");
    Console again = apply("catalogue", "new.yaml", "--because", "once more");
    assertThat(again.out()).isEqualTo("Nothing changes: catalogue 2, by ann holds the same.\n");

    write("new.yaml", SHOP.formatted(", owner: night"));
    assertThat(apply("catalogue", "new.yaml", "--because", "quiet", "--by", "bob").out().lines())
        .startsWith(
            "catalogue 2, by ann -> " + folder.resolve("new.yaml"),
            "  - products.shop.hashtags: ShopDown",
            "  + products.shop.owner: night");
    assertThat(apply("catalogue", "--show", "2").out()).isEqualTo(TAGGED);
    Console back =
        apply("catalogue", "--rollback", "2", "--because", "it trends again", "--by", "ann");
    assertThat(back.out()).contains("  - products.shop.owner: night").contains("catalogue 4.");

    assertThat(apply("catalogue", "--history").out().lines())
        .extracting(line -> line.replaceAll("20\\S+Z", "TIME").replaceAll(" +", " ").strip())
        .containsExactly(
            "1 TIME file 3 changed the job was started with it",
            "2 TIME ann 1 changed it trends",
            "3 TIME bob 2 changed quiet",
            "4 TIME ann 2 changed rollback to 2: it trends again");
    List<String> json = apply("policy", "--history", "--json").out().lines().toList();
    assertThat(json).hasSize(5);
    assertThat(RulingJson.read(json.get(4).getBytes(StandardCharsets.UTF_8), Long.MIN_VALUE).key())
        .isEqualTo("catalogue 4");
  }

  @Test
  void patternsArePutInAndTakenOut() throws Exception {
    write("new.yaml", "patterns: [{id: risen, stages: [{begin: a, where: {turn: opens}}]}]\n");
    Console shown = apply("patterns", "new.yaml", "--diff");
    assertThat(shown.out().lines())
        .containsExactly(
            "no pattern of your own -> " + folder.resolve("new.yaml"),
            "  + patterns.risen.id: risen",
            "  + patterns.risen.stages: {\"begin\":\"a\",\"where\":{\"turn\":\"opens\"}}",
            "What it would have told: groundswell apply patterns %s --config %s --diff --warehouse DIR"
                .formatted(folder.resolve("new.yaml"), folder.resolve("groundswell.yaml")));
    assertThat(apply("patterns", "new.yaml", "--because", "why not").out())
        .contains("Applied as patterns 1. It holds from 20");

    write("new.yaml", "patterns: []\n");
    assertThat(apply("patterns", "new.yaml", "--because", "too many").out())
        .contains("  - patterns.risen.id: risen")
        .contains("Applied as patterns 2. It holds from 20");
  }

  @Test
  void weightsAreReplacedAndShownAsTheirFile() throws Exception {
    Files.write(folder.resolve("deaf.gz"), DeafWeights.file());
    String version = WeightsText.read("deaf", WeightsText.of(DeafWeights.file())).version();
    Console shown = apply("model", "deaf.gz", "--diff");
    assertThat(shown.out().lines())
        .startsWith(
            "Groundswell's own weights -> " + folder.resolve("deaf.gz"),
            "  ~ weights: %s -> %s".formatted(LinearTriage.shippedModel().version(), version));
    assertThat(apply("model", "deaf.gz", "--because", "silence").out())
        .contains("Applied as model 1. It holds from 20");
    assertThat(apply("model", "--history").out()).contains("silence");
    assertThat(WeightsText.read("m", control().all().get(2).ruling().content()).version())
        .isEqualTo(version);

    Files.writeString(folder.resolve("no.gz"), "no weights");
    assertThat(apply("model", "no.gz", "--because", "why not").errLines())
        .singleElement()
        .asString()
        .contains("no.gz: holds no weights; give a file that 'groundswell train' wrote");
  }

  @Test
  void muteIsAlsoSaidWithApply() {
    Console muted = apply("mute", "shop", "--for", "1h", "--because", "card move", "--by", "ann");
    assertThat(muted.code()).as(muted.err()).isZero();
    assertThat(apply("mute", "--list").out()).contains("shop").contains("card move");
  }

  @Test
  void aFileThatIsChangedIsApplied() throws Exception {
    try (RuleFiles watched = RuleFiles.watch(settings)) {
      assertThat(watched).isNotNull();
      write("catalogue.yaml", "products: [{name: Nobody}]\n");
      Thread.sleep(2_500); // Long enough to be seen, and refused.
      write("catalogue.yaml", TAGGED);
      while (rulings().size() == 2) {
        Thread.sleep(200);
      }
    }
    assertThat(rulings())
        .last()
        .satisfies(
            ruling -> {
              assertThat(ruling.content()).isEqualTo(TAGGED);
              assertThat(ruling.by()).isEqualTo("file");
            });
  }

  /** Twenty thousand products that nobody can pack: a job has to start with them all the same. */
  @Test
  void whatIsTooLargeToBeRuledHoldsAsAFile() throws Exception {
    Random random = new Random(1);
    StringBuilder large = new StringBuilder("products:\n  - {id: shop}\n");
    for (int i = 0; i < 20_000; i++) {
      String name = "p" + Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
      large.append("  - {id: %1$s, aliases: [%1$s name]}\n".formatted(name));
    }
    write("catalogue.yaml", large.toString());
    write("groundswell.yaml", settingsOf("control: {topic: other-control}\n"));
    RunSettings other = RunFile.read(folder.resolve("groundswell.yaml"));

    RuleFiles.begin(other);

    KafkaControl control = new KafkaControl(LiveKafka.client(other), other.control().topic());
    assertThat(control.all())
        .extracting(sent -> sent.ruling().kind())
        .containsExactly(RuleKind.POLICY);
    write("new.yaml", large + "  - {id: one-more}\n");
    Console said = apply("catalogue", "new.yaml", "--because", "one more");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines()).singleElement().asString().contains("KB even when packed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "catalogue new.yaml --because x | products: [{id: shop, nme: Shop}] | new.yaml:1: unknown key 'nme'",
        "catalogue new.yaml --because x | products: [{id: other}] | the policy names what it no longer holds: the catalogue has no product 'shop'",
        "policy new.yaml --because x | bucket: 5m | new.yaml:1: bucket stays 1m while a job runs; write it as it was, or stop the job",
        "policy new.yaml --because x | overrides: [{product: shpo, min_authors: 2}] | did you mean 'shop'?",
        "policy new.yaml | min_authors: 5 | --because is missing: say why, for whoever wonders",
        "policy | min_authors: 5 | give one of FILE, --history, --show and --rollback",
        "policy new.yaml --history | min_authors: 5 | give one of FILE, --history, --show and --rollback",
        "policy --rollback 7 | min_authors: 5 | there is no policy 7, or it is forgotten; 'apply policy --history' says which there are",
        "patterns new.yaml --because x | patterns: [{id: sudden, stages: [{begin: a, where: {turn: opens}}]}] | new.yaml:1: 'sudden' is Groundswell's own",
        "patterns new.yaml --because x | patterns: [{id: open-end, stages: [{begin: a}, {followed_by: b}]}] | within",
        "policy nowhere.yaml --because x | min_authors: 5 | nowhere.yaml",
      })
  void whatCannotHoldIsRefusedInOneLine(String command, String content, String message)
      throws Exception {
    write("new.yaml", content + "\n");

    Console said = apply(command.split(" ", -1));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines()).singleElement().asString().contains(message);
    assertThat(rulings()).hasSize(2);
  }

  private String settingsOf(String more) {
    return "kafka: {brokers: '%s'}\ncatalogue: catalogue.yaml\npolicy: policy.yaml\n"
            .formatted(broker.address())
        + more;
  }

  private List<Ruling> rulings() {
    return control().all().stream().map(Sent::ruling).toList();
  }

  private KafkaControl control() {
    return new KafkaControl(LiveKafka.client(settings), settings.control().topic());
  }

  private void write(String name, String content) throws Exception {
    Files.writeString(folder.resolve(name), content);
  }

  /** Files are those of the folder. */
  private Console apply(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "apply";
    for (int i = 0; i < arguments.length; i++) {
      boolean file = arguments[i].endsWith(".yaml") || arguments[i].endsWith(".gz");
      all[i + 1] = file ? folder.resolve(arguments[i]).toString() : arguments[i];
    }
    all[arguments.length + 1] = "--config";
    all[arguments.length + 2] = folder.resolve("groundswell.yaml").toString();
    return Console.run(all);
  }
}
