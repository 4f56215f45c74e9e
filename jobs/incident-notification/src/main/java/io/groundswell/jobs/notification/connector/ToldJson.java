package io.groundswell.jobs.notification.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.NoticeJson;
import io.groundswell.jobs.notification.notice.UnreadableNotice;
import io.groundswell.jobs.notification.report.Told;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Updates of incidents as a report needs them. */
final class ToldJson {
  private ToldJson() {}

  static Told read(String line, JsonNode json) throws UnreadableRecord {
    try {
      Notice notice = NoticeJson.read(line);
      String id = notice.incidentId();
      return new Told(
          id,
          notice.sequence(),
          notice.over(),
          notice.severity(),
          notice.kind(),
          notice.subjectKey(),
          notice.title(),
          notice.onsetAt(),
          notice.detectedAt(),
          notice.updatedAt(),
          notice.owner(),
          mute(json.path("muted_by")),
          time(json.path("acknowledged_at")),
          verdict(id, json.path("verdict")));
    } catch (UnreadableNotice e) {
      throw new UnreadableRecord("bad-incident", "no update of an incident, " + e.getMessage());
    } catch (DateTimeException e) {
      throw new UnreadableRecord("bad-time", "acknowledged_at is no time");
    }
  }

  private static @Nullable Long time(JsonNode time) {
    return time.isTextual() ? (Long) Times.millis(time.asText()) : null;
  }

  private static @Nullable Mute mute(JsonNode mute) throws UnreadableRecord {
    return mute.isObject() ? JsonAnswers.readMute(bytes(mute), RawRecord.NO_TIME) : null;
  }

  /** The incident's own field leaves out which incident it is about. */
  private static @Nullable Verdict verdict(String id, JsonNode verdict) throws UnreadableRecord {
    return verdict instanceof ObjectNode object
        ? JsonAnswers.readVerdict(bytes(object.deepCopy().put("incident_id", id)))
        : null;
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
