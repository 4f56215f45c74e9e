package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result as a page for people. */
public final class StudyPage {
  private static final String[] DEFINITIONS = {
    "A stream is one subject's complaints in buckets: a daily and weekly cycle of its own, scatter, and in"
        + " two of three streams slow wander and duplicates. A class holds streams of one mean rate.",
    "Stated: evidence h comes by chance at most once in e^h minutes, so the minutes watched times e^-h."
        + " Observed: incidents that opened or reopened on streams without surges. The interval is the"
        + " exact 95 % interval of a Poisson mean.",
    "Delay: from the surge's onset to the end of the first alarming bucket. A surge that nobody sees in"
        + " 120 minutes is missed. A median is - where more than half were missed.",
    "At the same rate of false alarms: each detector's threshold is set on calm streams of its own class"
        + " so that it alarms as often as the heading says; what it claims of itself plays no part.",
    "The oracle knows the true rate, the true scatter and the size of the surge to come: nobody can know"
        + " them. As published: the detector of the study that Groundswell's came from, to the letter."
  };

  private final StudyResult result;

  /** The page of a result. */
  public StudyPage(StudyResult result) {
    this.result = result;
  }

  /** The whole page as HTML. */
  public String html() {
    Page page = new Page("Groundswell on generated streams");
    sentences().forEach(page::text);
    if (!result.calm().isEmpty()) {
      new CalmSection(result.calm()).addTo(page);
    }
    if (!result.shared().delays().isEmpty()) {
      new SharedSection(result.shared()).addTo(page);
    }
    if (!result.changes().isEmpty()) {
      ChangeText.addTo(page, result.changes());
    }
    if (!result.delays().isEmpty()) {
      new DelaySection(result.delays()).addTo(page);
    }
    page.heading("How it is measured");
    List.of(DEFINITIONS).forEach(page::note);
    return page.html();
  }

  /** The result for somebody who reads nothing else. */
  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(measured());
    result.calm().stream()
        .filter(row -> row.ofAllClasses() && row.period() == Period.LATER)
        .map(StudyPage::calm)
        .forEach(sentences::add);
    result.shared().allClasses().stream()
        .filter(row -> row.period() == Period.WHOLE)
        .map(this::shared)
        .forEach(sentences::add);
    if (!result.delays().isEmpty()) {
      sentences.add(new DelaySection(result.delays()).inShort());
    }
    return sentences;
  }

  private String measured() {
    StudyPlan plan = result.plan();
    String seeds = plan.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "All streams are generated, so it is known when each surge began and that there is none"
        + " elsewhere: %d classes from %s to %s complaints a minute, in buckets of %s s, %s %s."
            .formatted(
                plan.rates().size(),
                Figures.plain(plan.rates().stream().min(Double::compare).orElse(0.0)),
                Figures.plain(plan.rates().stream().max(Double::compare).orElse(0.0)),
                Figures.plain(plan.width() / 1000.0),
                plan.seeds().size() == 1 ? "seed" : "seeds",
                seeds);
  }

  private static String calm(CalmRow row) {
    return "False alarms: at evidence %s, after the first week, %s are stated in %s subject-weeks;"
            .formatted(
                Figures.plain(row.threshold()),
                Figures.tenths(row.stated()),
                Figures.number(row.weeks()))
        + " %s came, which is %s of what is stated (95 %% interval %s)."
            .formatted(none(row.observed()), hundredths(row.ratio()), interval(row.interval()));
  }

  private String shared(CalmRow row) {
    return "A shared budget: %d subjects accept one false incident a week together. In %s weeks %s came:"
            .formatted(SharedBudget.SUBJECTS, Figures.tenths(row.stated()), none(row.observed()))
        + " %s a week (95 %% interval %s)."
            .formatted(hundredths(row.ratio()), interval(row.interval()))
        + new SharedSection(result.shared()).reached();
  }

  private static String none(long count) {
    return count == 0 ? "none" : String.valueOf(count);
  }

  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String interval(PoissonInterval interval) {
    return hundredths(interval.low()) + "–" + hundredths(interval.high());
  }
}
