package io.groundswell.jobs.surge.incident;

import static io.groundswell.jobs.surge.incident.Reported.MINUTE;
import static io.groundswell.jobs.surge.incident.Reported.START;
import static io.groundswell.jobs.surge.incident.Reported.at;
import static io.groundswell.jobs.surge.incident.Reported.reports;
import static io.groundswell.jobs.surge.incident.Reported.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.Rules;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of changes around an incident of pay that began at noon. */
class ChangesToldTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(List.of(Product.of("pay", "pay"), Product.of("mail", "mail")), List.of());

  private KeyedTwoInputStreamOperatorTestHarness<Byte, IncidentUpdate, HeardRemark, Briefing>
      describe;

  @BeforeEach
  void begin() throws Exception {
    describe =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new DescribeIncidents(Rules.of(CATALOGUE, Policy.defaults()), false)),
            update -> (byte) 0,
            remark -> (byte) 0,
            Types.BYTE);
    describe.open();
    changed("d0", "deploy", "release", -20 * 1440, ArrivalRule.NONE_CLOSED);
    until(-1440);
  }

  @AfterEach
  void close() throws Exception {
    describe.close();
  }

  @Test
  void aChangeAloneTellsNothing() throws Exception {
    changed("d1", "deploy", "release", -6, ArrivalRule.NONE_CLOSED);
    until(60);

    assertThat(told()).isEmpty();
  }

  @Test
  void whatWasChangedInTheDarkIsSuspectedAndTheReasonSaysSo() throws Exception {
    blind(Status.OPENED, -90);
    until(-90);
    changed("d1", "deploy", "release", -80, ArrivalRule.NONE_CLOSED);
    until(-2);
    blind(Status.RESOLVED, -1);
    surge();

    Briefing opened = last();
    assertThat(verdicts(opened)).containsExactly("d1 SUSPECT");
    assertThat(opened.suspicions().get(0).reason()).contains("made while a source was blind");
  }

  @Test
  void aChangeThatBecomesKnownLateIsStillSuspected() throws Exception {
    surge();
    assertThat(last().suspicions()).isEmpty();
    changed("d1", "deploy", "release", -6, at(5) - 1);
    until(8);

    assertThat(verdicts(last())).containsExactly("d1 SUSPECT");
    assertThat(last().update().status()).isEqualTo(Status.UPDATED);
    assertThat(last().title()).contains("after deploy \"release\"");
    assertThat(last().explanation()).contains("Suspected: deploy \"release\" (6 min before");
  }

  @Test
  void aRollbackIsToldAsSoonAsItIsMade() throws Exception {
    changed("d1", "deploy", "release", -6, ArrivalRule.NONE_CLOSED);
    surge();
    changed("r1", "rollback", "release before", 20, ArrivalRule.NONE_CLOSED);
    until(22);

    assertThat(verdicts(last())).containsExactly("d1 SUSPECT", "r1 REMEDY");
    assertThat(last().suspicions().get(1).reason()).isEqualTo("takes back deploy \"release\"");
  }

  private void surge() throws Exception {
    for (int minute = 0; minute < 4; minute++) {
      describe.processElement2(HeardRemark.of(Remark.of(reports("pay", minute, 4))), 0);
    }
    describe.processElement1(update(Status.OPENED, 1, 4 * MINUTE), 0);
    until(4);
  }

  private void changed(String id, String kind, String summary, int minute, long closed)
      throws Exception {
    Change change = new Change(id, at(minute), closed, kind, "pay", null, List.of(), summary, null);
    describe.processElement2(HeardRemark.of(Remark.of(change)), 0);
  }

  private void blind(Status status, int minute) throws Exception {
    describe.processElement1(
        new IncidentUpdate(
            "blind:x",
            status == Status.OPENED ? 1 : 2,
            status,
            Severity.SEV3,
            IncidentKind.BLIND,
            "silence",
            new Subject(null, null, null, null),
            "x",
            "x is silent",
            START - 95 * MINUTE,
            START - 90 * MINUTE,
            at(minute),
            0,
            0,
            0,
            20,
            0,
            14,
            Opening.UNKNOWN,
            new BlastRadius(List.of(), List.of(), List.of(), List.of()),
            new Lead(null, null, null, LeadStatus.UNKNOWN),
            null,
            null,
            "Nothing comes.",
            Standing.NONE),
        0);
  }

  private void until(int minute) throws Exception {
    describe.processBothWatermarks(new Watermark(at(minute) - 1));
  }

  private List<Briefing> told() {
    return describe.extractOutputValues();
  }

  private Briefing last() {
    return told().get(told().size() - 1);
  }

  private static List<String> verdicts(Briefing briefing) {
    return briefing.suspicions().stream()
        .map(one -> one.finding().change().id() + " " + one.finding().verdict())
        .toList();
  }
}
