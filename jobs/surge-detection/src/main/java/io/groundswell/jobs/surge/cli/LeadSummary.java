package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.lead.LeadSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the incidents of a run stand to the support queue.
 *
 * @param sum the lead ledger, added up
 * @param simulated whether the contacts are generated
 */
record LeadSummary(LeadSum sum, boolean simulated) {
  private static final double DIGITS = 1e4;

  /** As {@code summary.json} has it. */
  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("incidents", sum.incidents());
    fields.put("ahead", sum.ahead());
    fields.put("behind", sum.behind());
    fields.put("no_support_surge", sum.noSupportSurge());
    fields.put("unknown", sum.unknown());
    fields.put("median_lead_seconds", sum.medianLeadSeconds());
    fields.put("queue_surges", sum.queueSurges());
    fields.put("warned", sum.warned());
    fields.put("misses", sum.misses());
    fields.put("told_later", sum.toldLater());
    fields.put("false_alarms", sum.falseAlarms());
    fields.put("contacts", sum.contacts());
    fields.put("contacts_after_detection", sum.contactsAfter());
    fields.put("share_after_detection", Math.round(DIGITS * sum.shareAfterDetection()) / DIGITS);
    fields.put("avoidable_share_thought", LeadSum.THOUGHT_AVOIDABLE);
    fields.put("simulated", simulated);
    return fields;
  }

  /** For a person at a terminal. */
  List<String> lines() {
    String queue = simulated ? "simulated support queue" : "support queue";
    List<String> lines = new ArrayList<>();
    lines.add("against the %s:".formatted(queue));
    lines.add(
        "  of %s: %s"
            .formatted(count(sum.incidents(), "incident"), String.join(", ", incidents())));
    lines.add(
        "  of %s: %d told before, %d missed (told later: %d)"
            .formatted(
                count(sum.queueSurges(), "surge") + " of it",
                sum.warned(),
                sum.misses(),
                sum.toldLater()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %,d of %s (%.0f%%) came after people had been told",
            sum.contactsAfter(),
            count(sum.contacts(), simulated ? "simulated contact" : "contact"),
            100 * sum.shareAfterDetection()));
    return lines;
  }

  private List<String> incidents() {
    List<String> parts = new ArrayList<>();
    parts.add("%d before it".formatted(sum.ahead()));
    parts.add("%d behind it".formatted(sum.behind()));
    parts.add("%d without a surge of it".formatted(sum.noSupportSurge()));
    if (sum.unknown() > 0) {
      parts.add("%d still open".formatted(sum.unknown()));
    }
    Long lead = sum.medianLeadSeconds();
    if (lead != null) {
      parts.add(
          "median %s %s"
              .formatted(Figures.duration(Math.abs(lead) / 60), lead >= 0 ? "ahead" : "behind"));
    }
    return parts;
  }

  private static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
