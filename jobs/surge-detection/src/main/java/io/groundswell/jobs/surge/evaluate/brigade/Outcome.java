package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.surge.evaluate.truth.ToldIncident;
import io.groundswell.jobs.surge.evaluate.truth.ToldUpdate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What came of a trial.
 *
 * @param trial it
 * @param surges when surges of its product, of its terms too, opened while they counted as its own;
 *     epoch milliseconds
 * @param campaigns the same of campaigns
 */
public record Outcome(Trial trial, List<Long> surges, List<Long> campaigns) {
  /** The kind of an incident that is recorded and pages nobody, as incidents are labelled. */
  private static final String CAMPAIGN = "campaign";

  /** Copies the lists. */
  public Outcome {
    surges = List.copyOf(surges);
    campaigns = List.copyOf(campaigns);
  }

  /**
   * Finds it among what was told.
   *
   * @param told the incidents of the product
   */
  static Outcome of(Trial trial, List<ToldIncident> told) {
    return new Outcome(
        trial,
        opened(trial, told, ToldIncident.SURGE).boxed().toList(),
        opened(trial, told, CAMPAIGN).boxed().toList());
  }

  private static LongStream opened(Trial trial, List<ToldIncident> told, String kind) {
    return told.stream()
        .filter(incident -> incident.kind().equals(kind))
        .flatMap(incident -> incident.updates().stream())
        .filter(ToldUpdate::isAlarm)
        .mapToLong(ToldUpdate::at)
        .filter(trial::holds)
        .sorted();
  }

  /** The product that an incident is about; empty where it is about several. */
  static String product(ToldIncident incident) {
    String product = Subject.parse(incident.subject()).product();
    return product == null ? "" : product;
  }

  /** Whether a surge was told. */
  public boolean opened() {
    return !surges.isEmpty();
  }

  /** Whether a campaign was recorded. */
  public boolean recorded() {
    return !campaigns.isEmpty();
  }

  /** Minutes from its beginning until the surge was told; empty where none was. */
  public OptionalLong minutes() {
    return opened()
        ? OptionalLong.of((surges.get(0) - trial.from().toEpochMilli()) / 60_000)
        : OptionalLong.empty();
  }
}
