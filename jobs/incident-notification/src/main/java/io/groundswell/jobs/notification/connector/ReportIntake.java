package io.groundswell.jobs.notification.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.report.Counted;
import io.groundswell.jobs.notification.report.LeadRow;
import io.groundswell.jobs.notification.report.Period;
import io.groundswell.jobs.notification.report.Records;
import io.groundswell.jobs.notification.report.Told;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.LeadFile;
import io.groundswell.jobs.surge.connector.RecordJson;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes records in, wherever they come from, and keeps what a report needs: of compacted topics the
 * last record of a key, of the ledger sums.
 */
final class ReportIntake {
  private static final ObjectMapper JSON = new ObjectMapper(RecordJson.FACTORY);

  private final Set<ReportInput> given = EnumSet.noneOf(ReportInput.class);
  private final Map<String, Told> told = new TreeMap<>();
  private final Map<String, Entry> deliveries = new TreeMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Map<String, Mute> mutes = new TreeMap<>();
  private final Map<String, LeadRow> leads = new TreeMap<>();
  private final SortedMap<LocalDate, Counted> days = new TreeMap<>();

  /** Something of this kind is there to be read, even if it holds nothing. */
  void open(ReportInput input) {
    given.add(input);
  }

  /**
   * Takes a record.
   *
   * @param arrival when it arrived, epoch milliseconds
   * @throws UnreadableRecord where it is none of this kind
   */
  void take(ReportInput input, String line, long arrival) throws UnreadableRecord {
    JsonNode json = object(line);
    try {
      switch (input) {
        case INCIDENTS -> takeTold(ToldJson.read(line, json));
        case DELIVERIES -> takeDelivery(line);
        case VERDICTS -> verdicts.add(JsonAnswers.readVerdict(bytes(line)));
        case MUTES -> takeMute(JsonAnswers.readMute(bytes(line), arrival));
        case LEADS -> takeLead(json);
        case LEDGER -> takeTally(json);
      }
    } catch (DateTimeException e) {
      throw new UnreadableRecord("bad-time", "a time is missing or none: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecord("bad-value", "a word is unknown: " + e.getMessage());
    }
  }

  private static JsonNode object(String line) throws UnreadableRecord {
    try {
      JsonNode json = JSON.readTree(line);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw RecordJson.refused(e);
    }
    throw new UnreadableRecord("unreadable", "not a JSON object");
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /** An update may come twice, always the same. */
  private void takeTold(Told update) {
    told.put("%s#%09d".formatted(update.incidentId(), update.sequence()), update);
  }

  private void takeDelivery(String line) throws UnreadableRecord {
    Entry entry = EntryJson.read(line);
    if (entry == null) {
      throw new UnreadableRecord("bad-delivery", "no entry of the topic of deliveries");
    }
    deliveries.put(entry.key(), entry);
  }

  private void takeMute(Mute mute) {
    mutes.merge(
        mute.id(), mute, (one, other) -> Mute.IN_ORDER.compare(one, other) > 0 ? one : other);
  }

  private void takeLead(JsonNode json) throws UnreadableRecord {
    if (!Set.of("incident", "queue").contains(json.path("row").asText())) {
      throw new UnreadableRecord("bad-row", "'row' is neither incident nor queue");
    }
    LeadRow row = new LeadRow(LeadFile.row(json), json.path("simulated").asBoolean());
    leads.put(row.entry().key(), row);
  }

  private void takeTally(JsonNode json) throws UnreadableRecord {
    JsonNode count = json.path("count");
    if (!json.path("input").isTextual() || !count.isIntegralNumber()) {
      throw new UnreadableRecord("bad-row", "no row of the ledger: 'input' or 'count' is missing");
    }
    if (!json.path("input").asText().equals("posts")) {
      return;
    }
    LocalDate day = Period.day(Times.millis(json.path("minute").asText()));
    boolean complaints = json.path("outcome").asText().equals("complaints");
    long unmatched = complaints ? json.path("unmatched").asLong() : 0;
    Counted counted = new Counted(count.asLong(), complaints ? count.asLong() : 0, unmatched);
    days.merge(day, counted, Counted::plus);
  }

  /** What a key of a compacted topic said is true no more. */
  void forget(ReportInput input, String key) {
    if (input == ReportInput.DELIVERIES) {
      deliveries.remove(key);
    } else if (input == ReportInput.LEADS) {
      leads.remove(key);
    }
  }

  /**
   * What a report is made of.
   *
   * @param totals what a summary says, or null
   * @param passedOver what could not be read, in sentences
   */
  Records records(@Nullable Totals totals, List<String> passedOver) {
    return new Records(
        List.copyOf(told.values()),
        given.contains(ReportInput.DELIVERIES) ? List.copyOf(deliveries.values()) : null,
        given.contains(ReportInput.VERDICTS) ? verdicts : null,
        given.contains(ReportInput.MUTES) ? List.copyOf(mutes.values()) : null,
        given.contains(ReportInput.LEADS) ? List.copyOf(leads.values()) : null,
        given.contains(ReportInput.LEDGER) ? days : null,
        totals,
        passedOver);
  }
}
