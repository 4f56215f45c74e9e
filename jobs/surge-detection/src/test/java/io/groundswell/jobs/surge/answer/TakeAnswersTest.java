package io.groundswell.jobs.surge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.post.ParsePosts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts and mutes as strangers send them. */
class TakeAnswersTest {
  private static final long NOW = Instant.parse("2026-03-06T13:25:00Z").toEpochMilli();

  private OneInputStreamOperatorTestHarness<RawRecord, SentAnswer> operator;

  @BeforeEach
  void open() throws Exception {
    Reading reading = new Reading(Format.POST.posts(), NOW);
    ArrivalRule rule = new ArrivalRule(60_000, 300_000);
    operator =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(
                new TakeAnswers(reading, rule, Rules.of(Runs.CATALOGUE, Policy.defaults()))));
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Verdict verdict =
        new Verdict(
            "acme:20260306T132000Z",
            Judgement.DUPLICATE,
            "ann",
            NOW,
            "beta:20260306T131900Z",
            "same");
    Mute mute = new Mute("m", "acme/login", NOW, NOW + 3_600_000, "move \"now\"", "ann", 2.5, NOW);
    take(Input.VERDICTS, JsonAnswers.write(verdict));
    take(Input.MUTES, JsonAnswers.write(mute));

    assertThat(taken()).extracting(SentAnswer::verdict).containsExactly(verdict, null);
    assertThat(taken()).extracting(SentAnswer::mute).containsExactly(null, mute);
  }

  @Test
  void aJudgementIsAnOpinionOfItsSubjectFromTheEndOfItsBucketOn() throws Exception {
    String said =
        "{'incident_id': 'acme/login:20260306T132000Z', 'verdict': '%s', 'by': 'ann',"
            + " 'at': '2026-03-06T13:24:30Z'}";
    take(Input.VERDICTS, said.formatted("acknowledged").replace('\'', '"'));
    take(Input.VERDICTS, said.formatted("false").replace('\'', '"'));

    assertThat(operator.getSideOutput(TakeAnswers.OPINIONS))
        .extracting(notice -> notice.getValue().opinion())
        .singleElement()
        .satisfies(
            opinion -> {
              assertThat(opinion.subject()).isEqualTo("acme/login");
              assertThat(opinion.isFalse()).isTrue();
              assertThat(opinion.from()).isEqualTo(NOW);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VERDICTS | no json | not JSON",
        "VERDICTS | {'verdict':'real','by':'a','at':'2026-03-06T13:24:00Z'} | incident_id is missing",
        "VERDICTS | {'incident_id':'i','verdict':'fine','by':'a','at':'2026-03-06T13:24:00Z'} | verdict is 'fine'; use acknowledged, real, false, duplicate",
        "VERDICTS | {'incident_id':'i','verdict':'real','by':'a','at':'2026-03-07T13:24:00Z'} | more than 5 minutes ahead",
        "MUTES | {'id':'m','subject':'acme','from':'2026-03-06T13:00:00Z','because':'b','by':'a'} | until is missing",
        "MUTES | {'id':'m','subject':'acme','from':'2026-03-06T13:00:00Z','until':'2026-03-06T12:00:00Z','because':'b','by':'a'} | until lies before from",
        "MUTES | {'id':'m','subject':'acme','from':'2026-03-06T13:00:00Z','until':'2026-05-06T12:00:00Z','because':'b','by':'a'} | longer than 30 days",
        "MUTES | {'id':'m','subject':'acne','from':'2026-03-06T13:00:00Z','until':'2026-03-06T14:00:00Z','because':'b','by':'a'} | no product 'acne'; did you mean 'acme'?",
        "MUTES | {'id':'m','subject':'acme','from':'2026-03-06T13:00:00Z','until':'2026-03-06T14:00:00Z','because':'b','by':'a','factor':0} | factor is 0; use 1 to 1000"
      })
  void whatIsNeitherIsADeadLetter(Input input, String record, String why) throws Exception {
    take(input, record.replace('\'', '"'));

    assertThat(taken()).isEmpty();
    assertThat(operator.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(letter -> letter.getValue().detail())
        .singleElement()
        .asString()
        .contains(why);
  }

  private List<SentAnswer> taken() {
    return operator.extractOutputValues();
  }

  private void take(Input input, String record) throws Exception {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    RawRecord raw = RawRecord.live(input, "answers-0:1", bytes, NOW, NOW - 60_000 - 1);
    operator.processElement(new StreamRecord<>(raw, NOW));
  }
}
