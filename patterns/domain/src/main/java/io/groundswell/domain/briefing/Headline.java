package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Finding;
import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.incident.Titles;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import io.groundswell.domain.report.Symptom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The title of an incident: who, what, how many, and where if that is not where all always is. */
final class Headline {
  /** A part with less is not where most of it is. */
  private static final double MOST = .6;

  /** So much more than its usual share says something of where it is. */
  private static final double TELLING = 1.25;

  /** Places with less of it between them say little of where it is. */
  private static final double MUCH = .5;

  /** What a smaller share of the reports have in common no title should name. */
  private static final double NAMED = .25;

  /** Of many words a few stand out a little by chance: chi-squared, one degree of freedom. */
  private static final double SURPRISING = 10.83;

  /** The same for words that complaints are known to use: they are few. */
  private static final double SURPRISING_OF_KNOWN = 6;

  /** Unless it is half of them, so many say it. */
  private static final int SEVERAL = 4;

  private static final int MOST_NAMES = 4;
  private static final int IN_TITLE = 2;

  private final Names names;
  private final boolean leads;

  /**
   * Titles in the words of a catalogue.
   *
   * @param leads whether they say how far ahead of the support queue they are
   */
  Headline(Names names, boolean leads) {
    this.names = names;
    this.leads = leads;
  }

  /**
   * One sentence.
   *
   * @param read how many reports it is based on
   * @param where most of it is; empty where that says nothing
   * @param suspicions what is thought of changes, the likeliest cause first
   */
  String title(
      IncidentUpdate update,
      Commonality commonality,
      Reach reach,
      int read,
      String where,
      List<Suspicion> suspicions) {
    if (update.pattern().equals(PatternId.REMOVED)) {
      return Titles.removed(names.of(update.subject()));
    }
    String lead = leads ? lead(update.lead()) : "";
    boolean over = update.status() == Status.RESOLVED;
    Stream<String> rest =
        over
            ? Stream.of(lead)
            : Stream.of(where, also(update.subject(), reach), after(suspicions), lead);
    return Titles.surge(
        update.status(),
        names.of(update.subject()),
        what(commonality, read),
        rest.filter(words -> !words.isEmpty()).collect(Collectors.joining(", ")),
        (double) update.observed(),
        update.expected(),
        update.updatedAt() - update.onsetAt());
  }

  /** How far from the support queue; nothing while nobody knows. */
  private static String lead(Lead lead) {
    Long seconds = lead.seconds();
    if (seconds == null) {
      return "";
    }
    String apart = Figures.duration(Math.abs(seconds) / 60);
    return lead.status() == LeadStatus.AHEAD
        ? "told %s ahead of the support queue".formatted(apart)
        : "told %s after the support queue".formatted(apart);
  }

  /** The likeliest cause, if one is suspected. */
  private static String after(List<Suspicion> suspicions) {
    if (suspicions.isEmpty() || suspicions.get(0).finding().verdict() != Verdict.SUSPECT) {
      return "";
    }
    Finding first = suspicions.get(0).finding();
    String change = Grounds.name(first.change());
    if (first.minutes() < 0) {
      return "suspected: " + change;
    }
    return "%s after %s".formatted(Figures.duration(first.minutes()), change);
  }

  /** Other products that it has reached. */
  private static String also(Subject subject, Reach reach) {
    List<String> products =
        reach.parts().stream()
            .filter(part -> part.kind() == Kind.PRODUCT && subject.product() != null)
            .filter(part -> !isSubject(subject, part))
            .map(Part::name)
            .toList();
    return products.isEmpty() ? "" : "also " + joined(products);
  }

  /** What sets it apart; where no language has enough of that, what they have in common. */
  private static String what(Commonality commonality, int read) {
    List<String> terms = named(commonality, read).stream().map(Symptom::term).toList();
    boolean none = commonality.symptoms().isEmpty();
    List<String> faults =
        commonality.faults().stream()
            .filter(fault -> fault.share() >= (none ? MOST : NAMED))
            .filter(fault -> none || fault.langs().size() > 1)
            .map(Fault::label)
            .toList();
    return (terms.isEmpty() ? faults : terms)
        .stream()
            .limit(IN_TITLE)
            .map(term -> '"' + term + '"')
            .collect(Collectors.joining(" and "));
  }

  /** The symptoms that enough of the reports have for others to be told. */
  static List<Symptom> named(Commonality commonality, int read) {
    return commonality.symptoms().stream().filter(symptom -> isNamed(symptom, read)).toList();
  }

  private static boolean isNamed(Symptom symptom, int read) {
    int reports = symptom.reports();
    return symptom.surprise() >= (symptom.known() ? SURPRISING_OF_KNOWN : SURPRISING)
        && reports >= NAMED * read
        && (reports >= SEVERAL || 2 * reports >= read);
  }

  /** In a few words; empty where nothing is known, or it is where everything always is. */
  String where(Subject subject, Reach reach, Habits habits) {
    if (reach.everywhere()) {
      return "everywhere";
    }
    if (subject.region() != null) {
      return "";
    }
    List<Part> regions =
        reach.parts().stream()
            .filter(part -> part.kind() == Kind.REGION && isOutermost(part, reach))
            .filter(part -> part.share() >= TELLING * usual(subject, part, habits))
            .sorted(
                Comparator.comparingLong((Part part) -> -part.observed()).thenComparing(Part::id))
            .toList();
    if (regions.stream().mapToDouble(Part::share).sum() < MUCH) {
      return "";
    }
    Part largest = regions.get(0);
    return largest.share() >= MOST
        ? "mostly in " + largest.name()
        : "in " + joined(regions.stream().map(Part::name).toList());
  }

  /** Whether no other part contains it. */
  static boolean isOutermost(Part part, Reach reach) {
    return reach.parts().stream().noneMatch(other -> part.id().startsWith(other.id() + "-"));
  }

  private static double usual(Subject subject, Part part, Habits habits) {
    String product = subject.product();
    return product == null || !habits.tell()
        ? 0
        : habits.share(Subject.productIn(product, part.id()).key());
  }

  /** A few names, and how many more there are. */
  static String joined(List<String> all) {
    if (all.size() <= MOST_NAMES) {
      return String.join(", ", all);
    }
    return String.join(", ", all.subList(0, MOST_NAMES - 1))
        + " and %d more".formatted(all.size() - MOST_NAMES + 1);
  }

  /** Whether a part is what the incident is about. */
  static boolean isSubject(Subject subject, Part part) {
    return switch (part.kind()) {
      case PRODUCT -> part.id().equals(subject.product());
      case COMPONENT -> part.id().equals(subject.component());
      case REGION -> part.id().equals(subject.region());
    };
  }
}
