package io.groundswell.jobs.surge.evaluate.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import io.groundswell.jobs.surge.html.Figures;
import java.util.List;

/** The result as JSON, with the plan that gives it again. What is not finite is null. */
public final class StudyJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private StudyJson() {}

  /** The text of {@code study.json}. */
  public static String text(StudyResult result) throws JsonProcessingException {
    ObjectNode root = MAPPER.createObjectNode();
    plan(result.plan(), root.putObject("plan"));
    result.calm().forEach(row -> calm(row, root.withArray("calm").addObject()));
    delays(result.delays(), root.putArray("delays"));
    ObjectNode shared = root.putObject("shared_budget");
    delays(result.shared().delays(), shared.putArray("delays"));
    result
        .shared()
        .alarms()
        .forEach(row -> calm(row, shared.withArray("false_incidents").addObject()));
    changes(result.changes(), root.putArray("changes"));
    return MAPPER.writeValueAsString(root);
  }

  private static void changes(List<ChangeRow> rows, ArrayNode array) {
    for (ChangeRow row : rows) {
      ObjectNode node = array.addObject();
      put(node, "every_days", row.everyDays());
      if (row.ofAllClasses()) {
        node.put("rate_per_minute", "all");
      } else {
        put(node, "rate_per_minute", row.rate());
      }
      put(node, "subject_weeks", row.weeks());
      put(node, "stated", row.stated());
      node.put("observed_without", row.without());
      node.put("observed_with", row.with());
      node.put("surges", row.surges());
      put(node, "median_minutes_without", row.medianWithout());
      put(node, "median_minutes_with", row.medianWith());
      put(node, "p90_minutes_without", row.p90Without());
      put(node, "p90_minutes_with", row.p90With());
    }
  }

  private static void plan(StudyPlan plan, ObjectNode node) {
    plan.seeds().forEach(node.putArray("seeds")::add);
    node.put("bucket_seconds", plan.width() / 1000);
    plan.rates().forEach(node.putArray("rates_per_minute")::add);
    plan.thresholds().forEach(node.putArray("thresholds")::add);
    node.put("calm_streams", plan.calmStreams());
    node.put("calm_weeks", plan.calmWeeks());
    node.put("calibration_weeks", plan.weeks());
    plan.targets().forEach(target -> node.withArray("targets").add(target.label()));
    node.put("surges", plan.surges());
  }

  private static void calm(CalmRow row, ObjectNode node) {
    PoissonInterval interval = row.interval();
    put(node, "threshold", row.threshold());
    if (row.ofAllClasses()) {
      node.put("rate_per_minute", "all");
    } else {
      put(node, "rate_per_minute", row.rate());
    }
    node.put("period", row.period().label());
    put(node, "subject_weeks", row.weeks());
    put(node, "stated", row.stated());
    node.put("observed", row.observed());
    put(node, "observed_over_stated", row.ratio());
    put(node, "low_95", interval.low());
    put(node, "high_95", interval.high());
  }

  private static void delays(List<DelayRow> rows, ArrayNode array) {
    for (DelayRow row : rows) {
      ObjectNode node = array.addObject();
      node.put("budget", row.budget());
      node.put("detector", row.detector());
      put(node, "rate_per_minute", row.rate());
      node.put("surge", row.surge());
      put(node, "threshold", row.threshold());
      node.put("surges", row.surges());
      put(node, "median_minutes", row.median());
      put(node, "p90_minutes", row.p90());
      put(node, "missed", row.missed());
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, Figures.round(value));
    } else {
      node.putNull(name);
    }
  }
}
