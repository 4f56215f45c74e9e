package io.groundswell.jobs.surge.evaluate.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All figures of an evaluation, for programs. Delays and leads are in minutes. */
final class EvaluationJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private EvaluationJson() {}

  static void write(Path file, Evaluation evaluation, Setup setup) throws IOException {
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("input", input(evaluation, setup));
    content.put("recall", recall(evaluation));
    content.put("unexplained", unexplained(evaluation, setup));
    content.put("delay_after_onset_minutes", spread(evaluation.delays()));
    content.put("delay_after_post_minutes", afterPost(evaluation));
    content.put("lead_over_official_minutes", spread(evaluation.leads()));
    content.put("incidents_per_cause", spread(evaluation.incidentsPerCause()));
    content.put("openings_by_evidence", byEvidence(evaluation));
    content.put("time_in_alert", inAlert(evaluation));
    content.put("rows", evaluation.rows().stream().map(EvaluationJson::row).toList());
    content.put("incidents", evaluation.incidents().stream().map(EvaluationJson::told).toList());
    content.put("openings", evaluation.openings().stream().map(EvaluationJson::opening).toList());
    content.put("other_kinds", otherKinds(evaluation));
    content.putAll(new TreeMap<>(setup.versions()));
    try (Writer out = LocalFiles.writer(file.toString())) {
      JSON.writeValue(out, content);
    }
  }

  private static Map<String, @Nullable Object> input(Evaluation evaluation, Setup setup) {
    Map<String, @Nullable Object> input = new LinkedHashMap<>();
    input.put("source", setup.source());
    input.put("truth", setup.truth());
    input.put("begin", Json.time(evaluation.begin()));
    input.put("end", Json.time(evaluation.end()));
    input.put("weeks", Json.figure(evaluation.weeks()));
    return input;
  }

  private static Map<String, @Nullable Object> recall(Evaluation evaluation) {
    Map<String, @Nullable Object> recall = new LinkedHashMap<>();
    recall.put("must", evaluation.musts());
    recall.put("caught", evaluation.count(Verdict.CAUGHT));
    recall.put("recall", figure(evaluation.recall()));
    return recall;
  }

  private static Map<String, @Nullable Object> unexplained(Evaluation evaluation, Setup setup) {
    Map<String, @Nullable Object> unexplained = new LinkedHashMap<>();
    List<Alarm> alarms = evaluation.alarms();
    unexplained.put("alarms", alarms.size());
    unexplained.put(
        "incidents", alarms.stream().map(alarm -> alarm.incident().id()).distinct().count());
    unexplained.put("alarms_per_week", figure(evaluation.alarmsPerWeek()));
    boolean measured = evaluation.weeks() > 0;
    unexplained.put("low", measured ? Json.figure(evaluation.interval().low()) : null);
    unexplained.put("high", measured ? Json.figure(evaluation.interval().high()) : null);
    unexplained.put("budget_per_week", Json.figure(setup.budgetPerWeek()));
    unexplained.put("false_incidents", evaluation.falseIncidents());
    return unexplained;
  }

  private static Map<String, @Nullable Object> afterPost(Evaluation evaluation) {
    Map<String, @Nullable Object> delays = new LinkedHashMap<>();
    for (int n = 1; n <= RowVerdict.MOST_POSTS; n++) {
      delays.put(String.valueOf(n), spread(evaluation.delaysAfterPost(n)));
    }
    return delays;
  }

  private static Map<String, @Nullable Object> spread(double[] figures) {
    Map<String, @Nullable Object> spread = new LinkedHashMap<>();
    spread.put("count", figures.length);
    spread.put("median", figure(Evaluation.median(figures)));
    spread.put("mean", figure(Evaluation.mean(figures)));
    spread.put("max", figure(Evaluation.max(figures)));
    return spread;
  }

  private static Map<String, @Nullable Object> inAlert(Evaluation evaluation) {
    Map<String, @Nullable Object> share = new LinkedHashMap<>();
    share.put("share", Json.figure(evaluation.inAlert()));
    share.put("share_outside_truth", Json.figure(evaluation.inAlertOutside()));
    return share;
  }

  private static Map<String, @Nullable Object> row(RowVerdict verdict) {
    TruthRow row = verdict.row();
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("id", row.id());
    content.put("expect", row.expect().label());
    content.put("verdict", verdict.verdict().label());
    content.put("from", Json.time(row.from()));
    content.put("until", Json.time(row.until()));
    content.put("in_input", verdict.inInput());
    content.put("incidents", verdict.caught().stream().map(c -> c.incident().id()).toList());
    content.put(
        "caught_at", verdict.caught().isEmpty() ? null : Json.time(verdict.caught().get(0).at()));
    content.put("followed_subject", verdict.subject());
    content.put("related_posts", verdict.posts());
    content.put("delay_after_onset_minutes", figure(verdict.afterOnset()));
    content.put(
        "delay_after_post_minutes", verdict.afterPost().stream().map(Json::figure).toList());
    content.put("official_at", row.officialAt() == null ? null : Json.time(row.officialAt()));
    content.put("lead_over_official_minutes", figure(verdict.lead()));
    return content;
  }

  private static Map<String, @Nullable Object> told(IncidentVerdict verdict) {
    ToldIncident incident = verdict.incident();
    OptionalLong ended = incident.endedAt();
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("incident_id", incident.id());
    content.put("subject", incident.subject());
    content.put("detected_at", Json.time(incident.detectedAt()));
    content.put("ended_at", ended.isPresent() ? Json.time(ended.getAsLong()) : null);
    content.put("explained", verdict.explained());
    content.put("rows", verdict.explainedBy());
    content.put("false_rows", verdict.falseFor());
    content.put("unexplained_alarms", verdict.alarms().size());
    return content;
  }

  private static Map<String, Long> byEvidence(Evaluation evaluation) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    evaluation.byEvidence().forEach((kind, count) -> kinds.put(kind.label(), count));
    return kinds;
  }

  private static Map<String, @Nullable Object> opening(Opening opening) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("incident_id", opening.incident().id());
    content.put("at", Json.time(opening.update().at()));
    content.put("status", opening.update().status());
    content.put("by", opening.evidence().label());
    content.put("pattern", opening.update().grounds().pattern());
    content.put("evidence", Json.figure(opening.update().grounds().evidence()));
    content.put("share_of_texts", Json.figure(opening.ofTexts()));
    return content;
  }

  private static Map<String, Long> otherKinds(Evaluation evaluation) {
    Map<String, Long> kinds = new TreeMap<>();
    evaluation.others().forEach(incident -> kinds.merge(incident.kind(), 1L, Long::sum));
    return kinds;
  }

  private static @Nullable Object figure(OptionalDouble figure) {
    return figure.isPresent() ? Json.figure(figure.getAsDouble()) : null;
  }
}
