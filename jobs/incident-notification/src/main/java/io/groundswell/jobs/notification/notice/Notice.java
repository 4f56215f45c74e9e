package io.groundswell.jobs.notification.notice;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One update of an incident, as destinations need it. Texts are clean ({@link Plain}) and not yet
 * escaped for any of them. Times are epoch milliseconds of event time.
 *
 * @param incidentId the incident's, which all its updates share
 * @param sequence 1, 2, 3 … within the incident
 * @param said what this update says
 * @param severity urgency
 * @param kind what kind of thing it is
 * @param subject what it is about
 * @param title one sentence a person can act on
 * @param onsetAt when it began
 * @param detectedAt when the evidence sufficed
 * @param updatedAt when this was so
 * @param owner who is told, from the catalogue, or null
 * @param regions ids of the regions that it has reached
 * @param runbook address of what to do, or null
 * @param report address of the incident's page, or null
 * @param mute what holds back pages, or null
 * @param acknowledgedBy who has taken it, or null
 * @param facts what to know about it, in the order in which one asks
 * @param examples posts, masked, a few
 * @param draft what a status page could say, or null
 * @param explanation why it fired
 * @param test it tries a route, nothing has happened
 * @param json the update as it came, with all its fields
 */
public record Notice(
    String incidentId,
    int sequence,
    Said said,
    Severity severity,
    IncidentKind kind,
    Subject subject,
    String title,
    long onsetAt,
    long detectedAt,
    long updatedAt,
    @Nullable String owner,
    List<String> regions,
    @Nullable String runbook,
    @Nullable String report,
    @Nullable Mute mute,
    @Nullable String acknowledgedBy,
    List<Fact> facts,
    List<Fact> examples,
    @Nullable Draft draft,
    String explanation,
    boolean test,
    String json) {

  /** What an update says of its incident. */
  public enum Said {
    /** New. */
    OPENED,
    /** More is known. */
    UPDATED,
    /** Clearly worse. */
    ESCALATED,
    /** Less urgent, and not over. */
    DEESCALATED,
    /** Somebody has it. */
    ACKNOWLEDGED,
    /** Over. */
    RESOLVED,
    /** Back. */
    REOPENED;

    /** The word for it, such as {@code opened}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What holds back pages about it.
   *
   * @param id which mute
   * @param until when it ends, epoch milliseconds
   * @param because why
   * @param by whose it is
   */
  public record Mute(String id, long until, String because, String by) {}

  /**
   * What a status page could say; a person decides.
   *
   * @param title its heading
   * @param body its text
   */
  public record Draft(String title, String body) {}

  /** Whether the incident is over. */
  public boolean over() {
    return said == Said.RESOLVED;
  }

  /** Which product, component and region, as people write it: {@code shop/checkout@IT}. */
  public String subjectKey() {
    return subject.key();
  }
}
