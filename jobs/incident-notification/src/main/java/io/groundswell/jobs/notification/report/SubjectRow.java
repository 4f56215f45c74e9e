package io.groundswell.jobs.notification.report;

import java.util.Comparator;

/**
 * How often a subject was told of.
 *
 * @param subject its key
 * @param incidents that were opened
 * @param paged of them and of those before, those that paged somebody
 * @param falseOnes those in which nothing was broken, as people say
 */
public record SubjectRow(String subject, int incidents, int paged, int falseOnes) {
  static final Comparator<SubjectRow> NOISIEST_FIRST =
      Comparator.comparingInt(SubjectRow::incidents)
          .thenComparingInt(SubjectRow::falseOnes)
          .thenComparingInt(SubjectRow::paged)
          .reversed()
          .thenComparing(SubjectRow::subject);
}
