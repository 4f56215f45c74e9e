package io.groundswell.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.SubjectState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a product, taken out of a savepoint, put into one, forgotten, and compared. */
class ProductCommandsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/0.4/hashmap");
  private static final String PRODUCT = "acme";

  @TempDir private Path folder;

  private static Console state(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "state";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Console.run(all);
  }

  private Path export() {
    Path file = folder.resolve("acme.ndjson");
    Console said =
        state("export", GOLDEN.toString(), "--product", PRODUCT, "--to", file.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("entries about acme").contains("under way: acme@IT");
    return file;
  }

  private static void done(Console said) {
    assertThat(said.code()).as(said.err()).isZero();
  }

  @Test
  void aProductGetsAnotherNameAndKeepsWhatIsNormalForIt() throws Exception {
    Path file = export();
    Path without = folder.resolve("without");
    Path renamed = folder.resolve("renamed");
    done(state("forget", GOLDEN.toString(), "--product", PRODUCT, "--to", without.toString()));
    done(
        state(
            "import",
            without.toString(),
            "--from",
            file.toString(),
            "--product",
            PRODUCT,
            "--as",
            "nova",
            "--to",
            renamed.toString()));

    assertThat(watch(renamed, "nova@IT")).isEqualTo(watch(GOLDEN, "acme@IT"));
    assertThat(watch(renamed, "nova")).isEqualTo(watch(GOLDEN, "acme"));
    SubjectState before = SubjectState.of(Savepoint.open(renamed), "acme@IT");
    assertThat(before.watch()).isNull();
    assertThat(before.incidents()).isEmpty();
    assertThat(state("check", renamed.toString()).code()).isZero();
  }

  @Test
  void whatIsForgottenIsNoKeyAnyMoreAndWhereItIsStillNamedIsSaid() throws Exception {
    Path without = folder.resolve("without");

    Console said =
        state("forget", GOLDEN.toString(), "--product", PRODUCT, "--to", without.toString());

    done(said);
    assertThat(said.out())
        .contains("nothing in it has acme as its key")
        .contains("still named in")
        .doesNotContain("score-buckets/packed-watch");
    JsonNode states = diff(GOLDEN, without);
    assertThat(states).isNotEmpty();
    Set<String> lost = new TreeSet<>();
    for (JsonNode one : states) {
      assertThat(one.path("added").asLong() + one.path("changed").asLong()).isZero();
      if (one.path("removed").asLong() > 0) {
        lost.add(one.path("operator").asText() + "/" + one.path("state").asText());
      }
    }
    assertThat(lost)
        .contains(
            "score-buckets/packed-watch",
            "learn-seasons/hour-counts",
            "raise-incidents/incidents",
            "share-budget/last-seen");
  }

  @Test
  void whatIsPutBackDiffersInNothing() throws Exception {
    Path file = export();
    Path same = folder.resolve("same");
    done(
        state(
            "import",
            GOLDEN.toString(),
            "--from",
            file.toString(),
            "--product",
            PRODUCT,
            "--to",
            same.toString()));

    Console said = state("diff", GOLDEN.toString(), same.toString());

    assertThat(said.code()).isZero();
    assertThat(said.out()).endsWith("nothing differs%n".formatted());
  }

  @Test
  void whatDiffersIsNamedWithSomeOfItsKeys() {
    Path other = folder.resolve("other");
    done(state("forget", GOLDEN.toString(), "--product", PRODUCT, "--to", other.toString()));

    Console said = state("diff", other.toString(), GOLDEN.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .containsPattern("state +added +removed +changed +same +such as")
        .containsPattern(
            "score-buckets/packed-watch +[0-9]+ +0 +0 +[0-9]+  acme, acme/pay, acme@DE");
  }

  @Test
  void mistakesAreOneLineAndNothingIsWritten() throws IOException {
    Path to = folder.resolve("to");
    refused(
        "--product: nothing is known of 'nobody'",
        "export",
        GOLDEN.toString(),
        "--product",
        "nobody",
        "--to",
        to.toString());
    refused(
        "it is of version 0.2; 'groundswell state migrate' it to 0.4 first",
        "export",
        GOLDEN.resolve("../../0.2").toString(),
        "--product",
        "acme",
        "--to",
        "-");
    Path other = Files.writeString(folder.resolve("other"), "{\"operator\": \"x\"}\n");
    refused(
        "--from: line 1 of " + other + " is not of acme, or not as 'state export' writes it",
        "import",
        GOLDEN.toString(),
        "--from",
        other.toString(),
        "--product",
        PRODUCT,
        "--to",
        to.toString());
    assertThat(to).doesNotExist();
  }

  private static void refused(String why, String... arguments) {
    Console said = state(arguments);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines()).singleElement().asString().contains(why);
  }

  private static JsonNode diff(Path first, Path second) throws IOException {
    return new ObjectMapper()
        .readTree(state("diff", first.toString(), second.toString(), "--json").out())
        .path("states");
  }

  private static List<Byte> watch(Path savepoint, String subject) throws Exception {
    SubjectState known = SubjectState.of(Savepoint.open(savepoint), subject);
    byte[] packed = PackedWatch.pack(Objects.requireNonNull(known.watch()));
    return IntStream.range(0, packed.length).mapToObj(i -> packed[i]).toList();
  }
}
