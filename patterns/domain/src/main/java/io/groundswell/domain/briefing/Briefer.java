package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Recovery.OfRegion;
import io.groundswell.domain.briefing.Replies.Answerable;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.report.Commonalities;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Symptom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes briefings: what the desk knows of an incident, and what posts say of it. */
public final class Briefer {
  private static final long TEN_MINUTES = 600_000;

  private static final Comparator<Answer> OLDEST_UNANSWERED =
      Comparator.comparing((Answer answer) -> answer.answeredAt() > 0)
          .thenComparingLong(Answer::postedAt)
          .thenComparingLong(Answer::identity);

  private final Policy policy;
  private final String policyVersion;
  private final String catalogueVersion;
  private final Templates templates;
  private final Names names;
  private final Reaches reaches;
  private final Headline headline;
  private final Commonalities commonalities = new Commonalities();
  private final Drafting drafting;
  private final Suspicions suspicions;

  /**
   * Briefs on the products of a catalogue, in the words of templates.
   *
   * @param leads whether titles say how far ahead of the support queue an incident is
   */
  public Briefer(Catalogue catalogue, Policy policy, Templates templates, boolean leads) {
    this.policy = policy;
    this.policyVersion = policy.version();
    this.catalogueVersion = catalogue.version();
    this.templates = templates;
    this.names = new Names(catalogue);
    this.reaches = new Reaches(catalogue, names);
    this.headline = new Headline(names, leads);
    this.drafting = new Drafting(templates, names);
    this.suspicions = new Suspicions(names);
  }

  /** Of what is told by figures alone. */
  public Briefing plain(IncidentUpdate update) {
    return new Briefing(
        update,
        update.title(),
        update.explanation(),
        Commonality.NONE,
        Reach.NONE,
        List.of(),
        Recovery.NONE,
        Replies.NONE,
        null,
        null,
        Curve.NONE,
        List.of(),
        List.of(),
        policyVersion,
        catalogueVersion);
  }

  /**
   * The briefing of a story.
   *
   * @param habits of the incident's product
   * @param surroundings what else was going on
   * @param before when people were told before this, epoch milliseconds; 0 where never
   */
  public Briefing brief(Story story, Habits habits, Surroundings surroundings, long before) {
    IncidentUpdate update = story.told();
    Commonality commonality = commonalities.of(story.reports, names(update));
    Reach reach = reaches.of(story, habits);
    List<String> components = components(update);
    Question question = question(story, components);
    List<Symptom> named = Headline.named(commonality, story.reports.size());
    String where = headline.where(update.subject(), reach, habits);
    List<Suspicion> suspected = suspicions.of(story, commonality, reach, surroundings);
    Briefing briefing =
        new Briefing(
            update,
            headline.title(update, commonality, reach, story.reports.size(), where, suspected),
            update.explanation(),
            commonality,
            reach,
            Counterfactuals.of(story, policy.minAuthors(update.subject()), suspected),
            recovery(story, update.updatedAt()),
            replies(story),
            drafting.of(story, named, where, question, components),
            question,
            curve(story),
            suspected,
            List.copyOf(story.withdrawn),
            policyVersion,
            catalogueVersion);
    return briefing.explained(Telling.explanation(briefing, before));
  }

  private @Nullable Question question(Story story, List<String> components) {
    IncidentUpdate update = story.told();
    return update.status() == Status.RESOLVED
        ? null
        : Questions.of(story.reports, update.subject(), components, templates);
  }

  /** What the product or its component is called sets none of its complaints apart. */
  private List<String> names(IncidentUpdate update) {
    Product product = names.product(update.subject().product());
    List<String> own = new ArrayList<>();
    if (product != null) {
      own.add(product.name());
      own.addAll(product.aliases());
      own.addAll(product.handles());
      own.addAll(product.hashtags());
      product.components().stream()
          .filter(component -> component.id().equals(update.subject().component()))
          .forEach(component -> own.addAll(component.aliases()));
    }
    return own;
  }

  private List<String> components(IncidentUpdate update) {
    Product product = names.product(update.subject().product());
    return product == null
        ? List.of()
        : product.components().stream().map(Component::name).toList();
  }

  private static Replies replies(Story story) {
    List<Answerable> first =
        story.answers.stream()
            .sorted(OLDEST_UNANSWERED)
            .map(
                one ->
                    new Answerable(
                        one.postId(),
                        one.source(),
                        one.url(),
                        one.postedAt(),
                        one.answeredAt() == 0 ? null : one.answeredAt()))
            .toList();
    return new Replies(first, story.reachable, story.answered, story.unreachable);
  }

  private static Curve curve(Story story) {
    IncidentUpdate update = story.told();
    double steps = Math.max(1, (update.updatedAt() - update.onsetAt()) / (double) story.curveWidth);
    return new Curve(
        story.curveFrom, story.curveWidth, List.copyOf(story.curve), update.expected() / steps);
  }

  private Recovery recovery(Story story, long end) {
    int width = (int) Math.max(1, TEN_MINUTES / story.curveWidth);
    int peak = 0;
    int peakStep = 0;
    int sum = 0;
    int last = (int) ((end - 1 - story.curveFrom) / story.curveWidth);
    for (int step = 0; step <= last; step++) {
      sum += posts(story, step) - posts(story, step - width);
      if (sum > peak) {
        peak = sum;
        peakStep = step;
      }
    }
    List<OfRegion> regions = new ArrayList<>();
    for (Place place : story.places) {
      regions.add(
          new OfRegion(
              place.region,
              names.ofRegion(place.region),
              place.peak,
              place.lately(end),
              place.worksAgain));
    }
    regions.sort(
        Comparator.comparingInt((OfRegion one) -> -one.peak()).thenComparing(OfRegion::id));
    long peakAt = story.curveFrom + Math.max(0, peakStep - width + 1) * story.curveWidth;
    return new Recovery(peak == 0 ? 0 : peakAt, peak, sum, story.saysWorksAgain, regions);
  }

  private static int posts(Story story, int step) {
    return step < 0 || step >= story.curve.size() ? 0 : story.curve.get(step);
  }
}
