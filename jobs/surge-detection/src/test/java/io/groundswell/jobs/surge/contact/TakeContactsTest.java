package io.groundswell.jobs.surge.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import io.groundswell.jobs.surge.post.ParsePosts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeContactsTest {
  private static final long NOW = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final String CALL =
      "{\"id\":\"c1\",\"created_at\":\"2026-03-02T11:59:30Z\",\"channel\":\"Phone\",\"product\":\"acme\"";

  private OneInputStreamOperatorTestHarness<RawRecord, Mention> takeContacts;

  @BeforeEach
  void open() throws Exception {
    Reading reading = new Reading(new JsonPosts(), RawRecord.NO_TIME);
    takeContacts =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(
                new TakeContacts(reading, Rules.of(Runs.CATALOGUE, Policy.defaults()))));
    takeContacts.open();
  }

  @AfterEach
  void close() throws Exception {
    takeContacts.close();
  }

  @Test
  void aContactIsCountedInTheQueueOfEverySubjectThatItNames() throws Exception {
    read(CALL + ",\"component\":\"login\",\"region\":\"US-CA\",\"subject\":\"help!\"}");

    assertThat(takeContacts.extractOutputValues())
        .singleElement()
        .satisfies(
            mention -> {
              assertThat(mention.createdAt()).isEqualTo(NOW - 30_000);
              assertThat(mention.source()).isEqualTo("phone");
              assertThat(mention.contact()).isTrue();
              assertThat(mention.author()).isEqualTo(mention.identity());
              assertThat(mention.subjects())
                  .containsExactlyInAnyOrder(
                      "support:acme",
                      "support:acme/login",
                      "support:acme@US",
                      "support:acme@US-CA",
                      "support:@US",
                      "support:@US-CA");
            });
  }

  @Test
  void whatTheCatalogueDoesNotKnowIsLeftOut() throws Exception {
    read(CALL + ",\"component\":\"no such part\",\"region\":\"nowhere\"}");
    read(CALL.replace("acme", "no-such-product") + "}");

    assertThat(takeContacts.extractOutputValues())
        .extracting(Mention::subjects)
        .containsExactly(List.of("support:acme"), List.of("support:?"));
  }

  @Test
  void aContactIsNeverTakenForAPostOfTheSameId() throws Exception {
    read(CALL + "}");

    assertThat(takeContacts.extractOutputValues().get(0).identity())
        .isNotEqualTo(Hash64.of("support", "c1"))
        .isNotEqualTo(Hash64.of("phone", "c1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json | unreadable",
        "[1] | unreadable",
        "'' | unreadable",
        "{} x | unreadable",
        "{\"id\":\"1\",\"created_at\":\"2026-03-02T11:00:00Z\"} | missing-field",
        "{\"id\":null,\"created_at\":\"2026-03-02T11:00:00Z\",\"product\":\"a\"} | missing-field",
        "{\"id\":\"1\",\"created_at\":\"yesterday\",\"product\":\"a\"} | bad-time",
        "{\"id\":\"1\",\"created_at\":\"2026-03-02T12:05:01Z\",\"product\":\"a\"} | future",
        "{\"id\":\"1\",\"created_at\":\"2004-03-02T12:05:01Z\",\"product\":\"a\"} | before-2005",
        "{\"id\":\"1\",\"created_at\":\"2026-03-02T11:00:00Z\",\"product\":{}} | wrong-type",
      })
  void whatIsNoContactIsADeadLetter(String record, String reason) throws Exception {
    read(record);

    assertThat(takeContacts.extractOutputValues()).isEmpty();
    assertThat(takeContacts.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(letter -> letter.getValue().reason())
        .containsExactly(reason);
    Said said = Said.in(takeContacts.getSideOutput(Ledger.OUTCOMES));
    assertThat(said.count(Outcome.DEAD_LETTERS)).isEqualTo(1);
    assertThat(said.tallies().get(0).input()).isEqualTo(Input.CONTACTS);
  }

  private void read(String record) throws Exception {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    takeContacts.processElement(
        RawRecord.live(Input.CONTACTS, "contacts-0:1", bytes, NOW, NOW - 60_000), NOW);
  }
}
