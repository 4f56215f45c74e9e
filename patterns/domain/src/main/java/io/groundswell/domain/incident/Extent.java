package io.groundswell.domain.incident;

/**
 * How far one subject inside an incident is out of the ordinary.
 *
 * @param subject key of the subject
 * @param onset when its own run of unusual buckets began, epoch milliseconds
 * @param observed authors with a complaint since then
 * @param expected their baseline
 * @param elevatedUntil end of its last bucket that was elevated, epoch milliseconds; a lone
 *     complaint that comes long after the one before says nothing of the incident
 */
public record Extent(
    String subject, long onset, double observed, double expected, long elevatedUntil) {}
