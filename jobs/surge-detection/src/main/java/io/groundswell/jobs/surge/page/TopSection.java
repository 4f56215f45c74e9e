package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Question;
import io.groundswell.domain.briefing.Reach;
import io.groundswell.domain.briefing.Replies.Answerable;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Status;
import io.groundswell.jobs.surge.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What has to be read first, and what to do next. */
final class TopSection {
  private static final int PLACES = 3;

  private final Briefing briefing;
  private final IncidentUpdate update;
  private final Names names;
  private final Moments moments;

  TopSection(Briefing briefing, Names names, Moments moments) {
    this.briefing = briefing;
    this.update = briefing.update();
    this.names = names;
    this.moments = moments;
  }

  /** How urgent, what, where, since when and how sure. */
  String header() {
    return """
        <header>
        <p class="chips"><span class="chip %s">%s</span> <span class="chip %s">%s</span> <span class="dim">%s</span></p>
        <h1>%s</h1>
        <p class="lede">%s</p>
        %s</header>
        """
        .formatted(
            update.severity().name().toLowerCase(Locale.ROOT),
            update.severity().name(),
            update.status().label(),
            update.status().label(),
            urgency()
                + "update %d, %s UTC".formatted(update.sequence(), moments.day(update.updatedAt())),
            Html.escape(briefing.title()),
            String.join(" · ", facts()),
            StandingSection.lines(update.standing(), moments));
  }

  private String urgency() {
    boolean quiet = update.kind() == IncidentKind.CAMPAIGN || update.kind() == IncidentKind.CHATTER;
    if (quiet || update.status() == Status.RESOLVED) {
      return "";
    }
    return switch (update.severity()) {
      case SEV1 -> "drop everything · ";
      case SEV2 -> "act now · ";
      case SEV3 -> "today · ";
      case SEV4 -> "worth knowing · ";
    };
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add(Html.escape(what()));
    facts.add(Html.escape(where()));
    String length = Moments.between(update.onsetAt(), update.updatedAt());
    facts.add("since <b>%s</b> (%s)".formatted(moments.utc(update.onsetAt()), length));
    facts.add(howMany());
    facts.add(howSure());
    facts.removeIf(String::isEmpty);
    return facts;
  }

  /** Without its place, which is told next; nothing where a feed is blind. */
  private String what() {
    Subject subject = update.subject();
    return update.kind() == IncidentKind.BLIND
        ? ""
        : names.of(new Subject(subject.product(), subject.component(), null, subject.term()));
  }

  private String where() {
    Reach reach = briefing.reach();
    if (reach.everywhere()) {
      return "everywhere";
    }
    List<String> places =
        reach.parts().stream()
            .filter(part -> part.kind() == Reach.Kind.REGION)
            .map(Reach.Part::name)
            .toList();
    if (places.isEmpty()) {
      String region = update.subject().region();
      return region == null ? "" : names.ofRegion(region);
    }
    String first = places.stream().limit(PLACES).collect(Collectors.joining(", "));
    int more = places.size() - PLACES;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  private String howMany() {
    return update.kind() != IncidentKind.SURGE
        ? ""
        : Texts.filled(
            "<b>%,d people</b> where %s are usual",
            update.observed(), Figures.amount(update.expected()));
  }

  private String howSure() {
    Opening opening = update.opening();
    return opening.threshold() == 0
        ? ""
        : Texts.filled(
            "opened with evidence %.1f, %.1f needed", opening.evidence(), opening.threshold());
  }

  /** What to do next. */
  String next() {
    List<String> steps = new ArrayList<>();
    switch (update.kind()) {
      case BLIND ->
          steps.add(
              "Look at the feed <b>%s</b>: until it is back, nothing is known of what it feeds."
                  .formatted(Html.escape(Objects.requireNonNullElse(update.source(), ""))));
      case CAMPAIGN, CHATTER -> steps.add("Nothing: it is recorded, and nobody is paged.");
      case SURGE -> addSteps(steps);
    }
    String items = steps.stream().map("<li>%s</li>\n"::formatted).collect(Collectors.joining());
    return "<section class=\"next %s\">\n<h2>Next step</h2>\n<ul>\n%s</ul>\n</section>\n"
        .formatted(update.status().label(), items);
  }

  private void addSteps(List<String> steps) {
    String runbook = update.runbook();
    String owner = update.owner();
    Question question = briefing.question();
    Answerable oldest = briefing.replies().oldestUnanswered();
    boolean over = update.status() == Status.RESOLVED;
    if (over) {
      steps.add("It is over, as far as posts can tell. Say so where people asked.");
    } else if (runbook != null) {
      steps.add("<span class=\"do\">%s</span>".formatted(Texts.link(runbook, "Open the runbook")));
    }
    addSuspect(steps);
    if (owner != null) {
      steps.add("Owner: <b>%s</b>".formatted(Html.escape(owner)));
    }
    if (question != null && !over) {
      steps.add(
          Texts.filled(
              "Ask people: <q>%s</q> <small>%.0f %% of reports do not say</small>",
              Html.escape(question.text()), 100 * question.unknown()));
    }
    if (oldest != null) {
      String state = AnswersSection.state(oldest, moments, update.updatedAt());
      steps.add("Answer first: %s <small>%s</small>".formatted(AnswersSection.link(oldest), state));
    }
    if (runbook == null && owner == null) {
      steps.add("The catalogue names neither runbook nor owner: add them to its product.");
    }
  }

  private void addSuspect(List<String> steps) {
    briefing.suspicions().stream()
        .filter(one -> one.finding().verdict() == Verdict.SUSPECT)
        .filter(one -> update.status() != Status.RESOLVED)
        .limit(1)
        .forEach(one -> steps.add("Look at " + ChangesSection.suspect(one, moments)));
  }
}
