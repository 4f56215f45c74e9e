package io.groundswell.jobs.surge.incident;

import static io.groundswell.jobs.surge.incident.Reported.MINUTE;
import static io.groundswell.jobs.surge.incident.Reported.at;
import static io.groundswell.jobs.surge.incident.Reported.everywhere;
import static io.groundswell.jobs.surge.incident.Reported.longReports;
import static io.groundswell.jobs.surge.incident.Reported.reports;
import static io.groundswell.jobs.surge.incident.Reported.signalOf;
import static io.groundswell.jobs.surge.incident.Reported.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.voice.Quote;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
  private static final int LARGEST = 64 * 1024;
  private static final Catalogue CATALOGUE =
      Catalogue.of(List.of(Product.of("pay", "pay"), Product.of("mail", "mail")), List.of());

  private boolean rocks;
  private KeyedTwoInputStreamOperatorTestHarness<Byte, IncidentUpdate, HeardRemark, Briefing>
      describe;

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
                new DescribeIncidents(Rules.of(CATALOGUE, Policy.defaults()), false)),
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
    assertThat(told())
        .extracting(briefing -> briefing.update().sequence())
        .as("one after the other, whatever the desk has counted besides")
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aWithdrawnPostIsTakenBackFromWhatPeopleWereTold() throws Exception {
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    until(4);
    String shown = told().get(0).commonality().examples().get(0).postId();
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 5, shown))), 0);
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
    String shown = told().get(1).commonality().examples().get(0).postId();
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 8, shown))), 0);
    until(12);

    Briefing last = told().get(told().size() - 1);
    assertThat(told()).hasSize(3);
    assertThat(last.update().status()).isEqualTo(Status.RESOLVED);
    assertThat(last.update().sequence()).isEqualTo(3);
  }

  @Test
  void whatComesBackHoursLaterIsNumberedOn() throws Exception {
    says("pay", 3, 4);
    news(Status.OPENED, 1, 4);
    until(4);
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.ANSWERED, 5, "pay-3-0"))), 0);
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.ANSWERED, 8, "pay-3-1"))), 0);
    until(12);
    news(Status.RESOLVED, 2, 20);
    news(Status.REOPENED, 3, 20 * 60);
    until(20 * 60);

    assertThat(told())
        .extracting(briefing -> briefing.update().sequence())
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void chatterIsToldByFiguresAlone() throws Exception {
    describe.processElement1(update(IncidentKind.CHATTER, Status.OPENED, 1, 4 * MINUTE), 0);
    until(4);
    says("pay", 5, 4);
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.ANSWERED, 6, "pay-5-0"))), 0);
    until(12);

    assertThat(told()).hasSize(1);
    assertThat(story().reports).isEmpty();
  }

  @Test
  void whatIsWithdrawnBeforeItOpensIsNeverShown() throws Exception {
    says("pay", 1, 4);
    until(2);
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 2, "pay-1-0"))), 0);
    describe.processElement2(
        HeardRemark.of(Remark.of(signalOf(Signal.Kind.WITHDRAWN, 2, "pay-3-0"))), 0);
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
    assertThat(describe.numKeyedStateEntries())
        .as("a story, usual shares, and since when changes would have been seen")
        .isLessThanOrEqualTo(3);
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
      describe.processElement2(HeardRemark.of(remark), 0);
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
      describe.processElement2(HeardRemark.of(Remark.of(longReports(minute))), 0);
      if (minute == 4) {
        news(Status.OPENED, 1, 4);
      }
      until(minute + 1);
    }
    describe.processElement1(update(Status.UPDATED, 2, 410 * MINUTE), 0);
    until(410);
    Story full = story();
    for (int i = full.shown.size(); i < 24; i++) {
      full.shown.add("bluesky/a-post-of-1234567890-" + i);
    }
    full.withdrawn.addAll(full.shown);
    int story = size(Story.class, full);
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

  private static <T> int size(Class<T> type, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeInformation.of(type).createSerializer(new SerializerConfigImpl()).serialize(value, out);
    return out.length();
  }

  private void says(String product, int minute, int count) throws Exception {
    describe.processElement2(HeardRemark.of(Remark.of(reports(product, minute, count))), 0);
  }

  private void news(Status status, int sequence, int minute) throws Exception {
    describe.processElement1(update(status, sequence, minute * MINUTE), 0);
  }

  private void until(int minute) throws Exception {
    describe.processBothWatermarks(new Watermark(at(minute) - 1));
  }

  private List<Briefing> told() {
    return describe.extractOutputValues();
  }
}
