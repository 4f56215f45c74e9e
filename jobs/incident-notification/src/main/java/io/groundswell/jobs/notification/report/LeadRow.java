package io.groundswell.jobs.notification.report;

import io.groundswell.domain.lead.LeadEntry;

/**
 * A row of the lead ledger.
 *
 * @param entry what it says
 * @param simulated whether the support queue is generated
 */
public record LeadRow(LeadEntry entry, boolean simulated) {}
