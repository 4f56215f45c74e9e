package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One update of an incident, as far as a report goes. Times are epoch milliseconds.
 *
 * @param incidentId the incident's, which all its updates share
 * @param sequence 1, 2, 3 … within the incident
 * @param over whether the incident is over with it
 * @param severity urgency
 * @param kind what kind of thing it is
 * @param subject key of what it is about
 * @param title one sentence a person can act on
 * @param onsetAt when it began
 * @param detectedAt when the evidence sufficed
 * @param updatedAt when this was so
 * @param owner whose it is, from the catalogue, or null
 * @param mute what holds back its pages, or null
 * @param acknowledgedAt when somebody took it on, or null
 * @param verdict the last word on it, or null
 */
public record Told(
    String incidentId,
    int sequence,
    boolean over,
    Severity severity,
    IncidentKind kind,
    String subject,
    String title,
    long onsetAt,
    long detectedAt,
    long updatedAt,
    @Nullable String owner,
    @Nullable Mute mute,
    @Nullable Long acknowledgedAt,
    @Nullable Verdict verdict) {}
