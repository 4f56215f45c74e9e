package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.jobs.surge.html.Document;
import java.io.Serializable;

/**
 * An incident as a page that needs nothing but itself: what has to be done comes first, and what is
 * not known is left out.
 */
public final class IncidentPage implements Serializable {
  private static final long serialVersionUID = 1;

  private final Catalogue catalogue;
  private final boolean simulatedContacts;

  /**
   * Pages of a job that began with this catalogue. What was added to it since is named by its id.
   *
   * @param simulatedContacts whether the support queue is generated, which is said of the lead
   */
  public IncidentPage(Catalogue catalogue, boolean simulatedContacts) {
    this.catalogue = catalogue;
    this.simulatedContacts = simulatedContacts;
  }

  /** Which update a page of this briefing shows. */
  public PageMark mark(Briefing briefing) {
    return new PageMark(
        briefing.update().sequence(), briefing.catalogueVersion(), briefing.policyVersion());
  }

  /** The whole page. */
  public String html(Briefing briefing) {
    IncidentUpdate update = briefing.update();
    Moments moments = new Moments(update.onsetAt(), update.detectedAt());
    Names names = new Names(catalogue);
    TopSection top = new TopSection(briefing, names, moments);
    String body =
        top.header()
            + top.next()
            + "<div class=\"rest\">\n"
            + CurvePlot.section(briefing)
            + ChangesSection.section(briefing.suspicions(), moments)
            + WhereSection.section(briefing, catalogue, moments)
            + ReportsSection.sections(briefing.commonality())
            + WhySection.counterfactuals(briefing.counterfactuals())
            + TimesSection.section(briefing, moments, simulatedContacts)
            + EndSection.section(briefing.recovery(), moments)
            + AnswersSection.posts(briefing.replies(), moments, update.updatedAt())
            + AnswersSection.drafts(briefing.drafts(), moments)
            + WhySection.explanation(briefing.explanation())
            + "</div>\n"
            + WhySection.ids(briefing, mark(briefing));
    String title = update.severity().name() + " " + briefing.title();
    return new Document(title, mark(briefing).text(), IncidentStyle.CSS, body).html();
  }
}
