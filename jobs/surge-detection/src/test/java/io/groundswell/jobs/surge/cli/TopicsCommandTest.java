package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What topics there have to be, without any broker. */
class TopicsCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void settings() throws Exception {
    Files.createFile(folder.resolve("catalogue.yaml"));
    write("");
  }

  @Test
  void everyTopicIsListedAsItIsToBe() {
    Console answer = topics("--offline");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            """
            topic                for               partitions  copies    cleanup          retention    stamped     on the broker
            posts                read              4           broker's  delete           7d           on arrival  not asked
            verdicts             read              broker's    broker's  broker's         for ever     on arrival  not asked
            mutes                read              broker's    broker's  broker's         for ever     on arrival  not asked
            groundswell-control  read and written  1           broker's  compact          last of key  on arrival  not asked
            groundswell-clock    read and written  1           broker's  broker's         broker's     on arrival  not asked
            incidents            written           broker's    broker's  broker's         broker's     on arrival  not asked
            volumes              written           broker's    broker's  broker's         broker's     on arrival  not asked
            contact-volumes      written           broker's    broker's  broker's         broker's     on arrival  not asked
            dead-letters         written           broker's    broker's  broker's         broker's     on arrival  not asked
            late                 written           broker's    broker's  broker's         broker's     on arrival  not asked
            ledger               written           broker's    broker's  broker's         broker's     on arrival  not asked
            lead-ledger          written           broker's    broker's  compact          last of key  on arrival  not asked
            counted-posts        written           broker's    broker's  compact, delete  7d           on arrival  not asked
            counted-inputs       written           broker's    broker's  broker's         broker's     on arrival  not asked

            counted-posts: also max.compaction.lag.ms=86400000
            """);
  }

  @Test
  void partitionsAreOfInputsAlone() throws Exception {
    write("contacts: [{topic: calls}]\nchanges: [{topic: deploys}]\n");

    assertThat(topics("--offline", "--partitions", "12").out().lines())
        .filteredOn(line -> line.matches("\\S+ +read( and written| +12) .*"))
        .extracting(line -> line.split(" ", -1)[0])
        .containsExactly("posts", "calls", "deploys", "groundswell-control", "groundswell-clock");
  }

  @Test
  void theJobIsAllowedWhatItNeedsAndNoMore() {
    Console answer = topics("--offline", "--acls", "User:groundswell");

    String begin =
        "kafka-acls.sh --bootstrap-server localhost:9092 --add --allow-principal User:groundswell ";
    assertThat(answer.out().replace(begin, "+ "))
        .isEqualTo(
            """
            # groundswell run
            + --operation Read --topic posts
            + --operation Read --topic verdicts
            + --operation Read --topic mutes
            + --operation Read --operation Write --topic groundswell-control
            + --operation Read --operation Write --topic groundswell-clock
            + --operation Write --topic incidents
            + --operation Write --topic volumes
            + --operation Write --topic contact-volumes
            + --operation Write --topic dead-letters
            + --operation Write --topic late
            + --operation Write --topic ledger
            + --operation Write --topic lead-ledger
            + --operation Write --topic counted-posts
            + --operation Write --topic counted-inputs
            + --operation Read --group groundswell
            + --operation Write --transactional-id groundswell- --resource-pattern-type prefixed
            """);
  }

  @Test
  void anotherJobsClockHasAnIdOfItsOwn() throws Exception {
    write("job: {name: second}\nclock: {topic: ticks}\n");

    assertThat(topics("--offline", "--acls", "User:CN=second,O=Acme Inc").out().lines())
        .anyMatch(line -> line.endsWith(" --group second"))
        .anyMatch(line -> line.endsWith(" second- --resource-pattern-type prefixed"))
        .anyMatch(
            line -> line.endsWith("--operation Write --transactional-id groundswell-clock-ticks"))
        .filteredOn(line -> !line.startsWith("#"))
        .allMatch(line -> line.contains(" --allow-principal 'User:CN=second,O=Acme Inc' "));
  }

  @Test
  void withoutABrokerSecretsNeedNotBeThere() throws Exception {
    write(
        "kafka: {security: {security.protocol: SASL_SSL, sasl.jaas.config: 'x password=\"${NOBODY_HAS_SET_THIS}\";'}}\n");

    assertThat(topics("--offline", "--acls", "User:groundswell").out())
        .contains("--bootstrap-server localhost:9092 --command-config admin.properties --add");
    assertThat(topics().errLines())
        .singleElement()
        .asString()
        .contains("needs the environment variable NOBODY_HAS_SET_THIS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--offline --create | --create asks the broker; leave --offline away",
        "--partitions 0 | --partitions is 0; use 1 or more",
        "--replication 0 | --replication is 0; use 1 or more",
        "--acls groundswell | --acls is 'groundswell'; name who runs the job, as in User:groundswell",
        "--command-config nowhere | --command-config: there is no file to read at nowhere",
        "--notify nowhere | notify: its jar is not beside this one; add it"
      })
  void mistakesAreAnsweredInOneLine(String options, String error) {
    Console answer = topics(options.split(" ", -1));

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).singleElement().asString().startsWith(error);
  }

  @Test
  void someSettingsAreNeeded() {
    assertThat(Console.run("topics").errLines())
        .containsExactly("give --config groundswell.yaml, --notify notify.yaml, or both");
  }

  private void write(String more) throws Exception {
    Files.writeString(folder.resolve("groundswell.yaml"), "catalogue: catalogue.yaml\n" + more);
  }

  private Console topics(String... options) {
    List<String> all = new ArrayList<>(List.of("topics", "--config"));
    all.add(folder.resolve("groundswell.yaml").toString());
    all.addAll(Arrays.asList(options));
    return Console.run(all.toArray(String[]::new));
  }
}
