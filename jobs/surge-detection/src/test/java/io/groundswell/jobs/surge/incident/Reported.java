package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.answer.Standing;
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
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.report.Tally;
import io.groundswell.domain.report.Word;
import io.groundswell.domain.voice.Quote;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What is reported and told of an incident of pay that began at noon. */
final class Reported {
  static final long START = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  static final long MINUTE = 60_000;

  private Reported() {}

  static Incident everywhere() {
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

  static Reports reports(String product, int minute, int count) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = product + "-" + minute + "-" + i;
      reports.add(report(product, minute, id, "my card was declined number " + i));
    }
    return new Reports(product, at(minute), List.of(new Tally(product, count, 0)), reports);
  }

  static Report report(String product, int minute, String id, String text) {
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

  static Reports longReports(int minute) {
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

  static Signal signalOf(Signal.Kind kind, int minute, String post) {
    return new Signal(
        kind, at(minute), ArrivalRule.NONE_CLOSED, Hash64.of("x", post), 0, List.of());
  }

  static IncidentUpdate update(Status status, int sequence, long after) {
    return update(IncidentKind.SURGE, status, sequence, after);
  }

  static IncidentUpdate update(IncidentKind kind, Status status, int sequence, long after) {
    return new IncidentUpdate(
        "pay:20260302T120000Z",
        sequence,
        status,
        Severity.SEV3,
        kind,
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
        new Opening(20, 14, 5, 12, 0),
        new BlastRadius(List.of(), List.of(), List.of(), List.of()),
        new Lead(null, null, null, LeadStatus.UNKNOWN),
        null,
        null,
        "Since noon.",
        Standing.NONE);
  }

  static long at(int minute) {
    return START + minute * MINUTE;
  }
}
