package io.groundswell.jobs.surge.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.briefing.Templates;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.Extent;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.incident.Step;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.report.Tally;
import io.groundswell.domain.report.Word;
import io.groundswell.domain.voice.Quote;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.People;
import io.groundswell.jobs.surge.Uids;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What posts say of incidents, from bucket to bucket. */
class DescribeIncidentsTest {
  private static final long START = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final int LARGEST = 64 * 1024;
  private static final Catalogue CATALOGUE =
      Catalogue.of(List.of(Product.of("pay", "pay"), Product.of("mail", "mail")), List.of());

  private boolean rocks;
  private KeyedTwoInputStreamOperatorTestHarness<Byte, IncidentUpdate, Remark, Briefing> describe;

  @BeforeEach
  void begin() throws Exception {
    create();
    describe.open();
  }

  @AfterEach
  void close() throws Exception {
    describe.close();
  }

  private void create() throws Exception {
    describe =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new DescribeIncidents(CATALOGUE, Policy.defaults(), Templates.defaults())),
            update -> (byte) 0,
            remark -> (byte) 0,
            Types.BYTE);
    if (rocks) {
      describe.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
  }

  @Test
  void whatWasReportedBeforeItOpenedBelongsToIt() throws Exception {
    says("pay", 1, 3);
    says("mail", 2, 2);
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    until(4);

    Briefing opened = told().get(0);
    assertThat(opened.curve().posts()).endsWith(3, 0, 4);
    assertThat(opened.replies().reachable()).isEqualTo(7);
    assertThat(opened.commonality().examples()).isNotEmpty();
    assertThat(opened.title()).startsWith("pay: people report \"card declined\"");
  }

  @Test
  void itWaitsForTheBucketThatTheNewsIsOf() throws Exception {
    news(Status.OPENED, 1, 4);
    until(3);
    assertThat(told()).isEmpty();
    says("pay", 3, 4);
    until(4);
    assertThat(told().get(0).replies().reachable()).isEqualTo(4);
  }

  @Test
  void moreThanAChangeOfStatusOrSeverityIsToldOnceAMinute() throws Exception {
    news(Status.OPENED, 1, 4);
    until(4);
    describe.processElement1(update(Status.UPDATED, 2, 4 * MINUTE + 20_000), 0);
    describe.processElement1(update(Status.UPDATED, 3, 4 * MINUTE + 40_000), 0);
    describe.processElement1(update(Status.ESCALATED, 4, 4 * MINUTE + 50_000), 0);
    until(7);

    assertThat(told())
        .extracting(briefing -> briefing.update().status())
        .containsExactly(Status.OPENED, Status.ESCALATED);
    describe.processElement1(update(Status.UPDATED, 5, 7 * MINUTE + 20_000), 0);
    describe.processElement1(update(Status.UPDATED, 6, 7 * MINUTE + 40_000), 0);
    until(9);
    assertThat(told()).hasSize(4);
    assertThat(told())
        .extracting(briefing -> briefing.update().sequence())
        .as("one after the other")
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aWithdrawnPostIsTakenBackFromWhatPeopleWereTold() throws Exception {
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    until(4);
    String shown = told().get(0).commonality().examples().get(0).postId();
    describe.processElement2(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 5, shown)), 0);
    until(8);

    Briefing last = told().get(told().size() - 1);
    assertThat(last.update().status()).isEqualTo(Status.UPDATED);
    assertThat(last.commonality().examples()).extracting(Quote::postId).doesNotContain(shown);
    assertThat(last.replies().first()).extracting("postId").doesNotContain(shown);
  }

  @Test
  void aPostThatIsWithdrawnWhenAllIsOverIsTakenBackToo() throws Exception {
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    news(Status.RESOLVED, 2, 6);
    until(6);
    describe.processElement2(
        Remark.of(
            signalOf(
                Signal.Kind.WITHDRAWN, 8, told().get(1).commonality().examples().get(0).postId())),
        0);
    until(12);

    Briefing last = told().get(told().size() - 1);
    assertThat(told()).hasSize(3);
    assertThat(last.update().status()).isEqualTo(Status.RESOLVED);
    assertThat(last.update().sequence()).isEqualTo(3);
  }

  @Test
  void whatIsWithdrawnBeforeItOpensIsNeverShown() throws Exception {
    says("pay", 1, 4);
    until(2);
    describe.processElement2(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 2, "pay-1-0")), 0);
    describe.processElement2(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 2, "pay-3-0")), 0);
    until(3);
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    until(4);

    assertThat(told().get(0).replies().first())
        .extracting("postId")
        .hasSize(6)
        .doesNotContain("pay-1-0", "pay-3-0");
  }

  @Test
  void reportsAreForgottenAfterTwoHours() throws Exception {
    says("pay", 1, 4);
    until(130);
    describe.processElement1(update(Status.OPENED, 1, 131 * MINUTE), 0);
    until(131);

    assertThat(told().get(0).replies().reachable()).isZero();
    assertThat(describe.numKeyedStateEntries()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theOrderOfArrivalDoesNotMatterNorDoesARestart(boolean onRocks) throws Exception {
    List<Remark> remarks = new ArrayList<>();
    for (int minute = 1; minute <= 9; minute++) {
      remarks.add(Remark.of(reports("pay", minute, 3)));
      remarks.add(Remark.of(reports("mail", minute, 1)));
      remarks.add(Remark.of(signalOf(Signal.Kind.ANSWERED, minute, "pay-" + minute + "-0")));
    }
    List<String> forward = run(remarks, false);
    close();
    rocks = onRocks;
    begin();
    Collections.shuffle(remarks, new Random(7));

    assertThat(run(remarks, true)).isEqualTo(forward);
  }

  private List<String> run(List<Remark> remarks, boolean restart) throws Exception {
    List<String> all = new ArrayList<>();
    for (Remark remark : remarks) {
      describe.processElement2(remark, 0);
    }
    news(Status.OPENED, 1, 4);
    describe.processElement1(update(Status.UPDATED, 2, 8 * MINUTE), 0);
    until(6);
    told().forEach(briefing -> all.add(briefing.toString()));
    if (restart) {
      OperatorSubtaskState state = describe.snapshot(1, 1);
      describe.close();
      create();
      describe.initializeState(state);
      describe.open();
    } else {
      describe.getOutput().clear();
    }
    until(20);
    told().forEach(briefing -> all.add(briefing.toString()));
    return all;
  }

  /** The largest incident that there can be: everywhere, for days, in long texts. */
  @Test
  void anOpenIncidentIsLessThan64KilobytesOfState() throws Exception {
    for (int minute = 1; minute < 400; minute++) {
      describe.processElement2(Remark.of(longReports(minute)), 0);
      if (minute == 4) {
        news(Status.OPENED, 1, 4);
      }
      until(minute + 1);
    }
    describe.processElement1(update(Status.UPDATED, 2, 410 * MINUTE), 0);
    until(410);
    int story = size(Story.class, story());
    int incident = size(Incident.class, everywhere());

    assertThat(story + incident).as("%d and %d bytes", story, incident).isLessThan(LARGEST);
    assertThat(story).isGreaterThan(10_000);
  }

  private Story story() throws Exception {
    describe.getOperator().setKeyContextElement1(new StreamRecord<>(update(Status.UPDATED, 1, 0)));
    MapState<String, Story> stories =
        describe
            .getOperator()
            .getKeyedStateBackend()
            .getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new MapStateDescriptor<>(
                    Uids.STORIES, Types.STRING, TypeInformation.of(Story.class)));
    return stories.values().iterator().next();
  }

  private static Incident everywhere() {
    Incident incident = new Incident();
    incident.subject = "pay";
    for (int i = 0; i < 128; i++) {
      int most = i < 8 ? 256 : 16;
      long[] hashes =
          LongStream.range(0, 300).map(n -> Hash64.of("x", String.valueOf(n))).toArray();
      incident.members.add(new Extent("pay@US-" + i, 1, 2, 3, 4, People.of(most, hashes), 5));
    }
    for (int i = 0; i < 64; i++) {
      incident.steps.add(new Step(1, 2, 3));
    }
    return incident;
  }

  private static <T> int size(Class<T> type, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeInformation.of(type).createSerializer(new SerializerConfigImpl()).serialize(value, out);
    return out.length();
  }

  private void says(String product, int minute, int count) throws Exception {
    describe.processElement2(Remark.of(reports(product, minute, count)), 0);
  }

  private static Reports reports(String product, int minute, int count) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = product + "-" + minute + "-" + i;
      reports.add(report(product, minute, id, "my card was declined number " + i));
    }
    return new Reports(product, at(minute), List.of(new Tally(product, count, 0)), reports);
  }

  private static Report report(String product, int minute, String id, String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      words.add(new Word(word, word.length() > 3 ? .01f : .5f));
    }
    return new Report(
        at(minute),
        Hash64.of("x", id),
        Hash64.of("voice", id),
        List.of(product),
        false,
        new Quote(id, "x", "https://x.example/" + id, "en", text),
        words);
  }

  private static Reports longReports(int minute) {
    List<Report> reports = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>();
    tallies.add(new Tally("pay", 16, 3));
    for (int i = 0; i < 16; i++) {
      String id = "a-post-of-1234567890-" + minute + "-" + i;
      Report report =
          report("pay", minute, id, "complaint".repeat(3).concat(" ").repeat(9).strip());
      List<String> subjects = List.of("pay", "pay/card", "pay@US", "pay@US-CA", "@US", "@US-CA");
      reports.add(
          new Report(
              report.at(),
              report.identity(),
              report.voice(),
              subjects,
              true,
              report.quote(),
              report.words()));
      tallies.add(new Tally("pay@US-" + (minute * 16 + i), 1, 0));
    }
    return new Reports("pay", at(minute), tallies, reports);
  }

  private static Signal signalOf(Signal.Kind kind, int minute, String post) {
    return new Signal(
        kind, at(minute), ArrivalRule.NONE_CLOSED, Hash64.of("x", post), 0, List.of());
  }

  private void news(Status status, int sequence, int minute) throws Exception {
    describe.processElement1(update(status, sequence, minute * MINUTE), 0);
  }

  private static IncidentUpdate update(Status status, int sequence, long after) {
    return new IncidentUpdate(
        "pay:20260302T120000Z",
        sequence,
        status,
        Severity.SEV3,
        IncidentKind.SURGE,
        "sudden",
        Subject.product("pay"),
        null,
        "Pay: complaints surge",
        START,
        START + 4 * MINUTE,
        START + after,
        12,
        1,
        12,
        20,
        0,
        14,
        new Opening(20, 14, 5, 12),
        new BlastRadius(List.of(), List.of(), List.of(), List.of()),
        new Lead(null, null, null, LeadStatus.UNKNOWN),
        null,
        null,
        "Since noon.");
  }

  private static long at(int minute) {
    return START + minute * MINUTE;
  }

  private void until(int minute) throws Exception {
    describe.processBothWatermarks(new Watermark(at(minute) - 1));
  }

  private List<Briefing> told() {
    return describe.extractOutputValues();
  }
}
