package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.incident.IncidentKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What somebody who was woken up reads, and what nobody can smuggle into it. */
class IncidentPageTest {
  private static final Pattern HEADING = Pattern.compile("<h2>([^<]*)</h2>");
  private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\" rel=\"([^\"]*)\"");

  @Test
  void theNextStepComesFirstAndWhyComesLast() {
    assertThat(headings(Briefings.rich()))
        .containsExactly(
            "Next step",
            "Complaints",
            "What changed",
            "Where",
            "What they have in common",
            "Faults they tell of",
            "In their words",
            "Would it have opened with less?",
            "When",
            "Is it over?",
            "Whom to answer first",
            "Drafts",
            "Why");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(headings(Briefings.minimal())).containsExactly("Next step", "When");
    assertThat(html(Briefings.minimal())).doesNotContain("<svg", "<details", "<table", "null");
  }

  @Test
  void theTopSaysWhatWhereSinceWhenAndHowSure() {
    assertThat(text(html(Briefings.rich())))
        .contains("SEV1 escalated drop everything · update 7, 6 Mar 14:12 UTC")
        .contains("Wintlemoor Pay, Card · Italy, Switzerland, Austria and 27 more ·")
        .contains(
            "since 13:20 UTC (52 min) · 412 people where 3.1 are usual · opened with evidence 14.2,");
  }

  @Test
  void theNextStepNamesTheRunbookTheQuestionAndTheOldestPost() {
    assertThat(text(html(Briefings.rich())))
        .containsSubsequence("Next step", "Open the runbook", "Owner: team-payments")
        .contains("Ask people: Does it fail in the app, in the browser, or both? 74 % of reports")
        .contains("Answer first: Post on mastodon posted 13:21, unanswered for 51 min");
  }

  @Test
  void whatIsOverAsksForAnswersAndNothingElse() {
    String text = text(html(Briefings.over()));

    assertThat(text)
        .contains("SEV1 resolved update 7", "It is over, as far as posts can tell", "Answer first")
        .doesNotContain("drop everything", "Open the runbook", "Ask people");
  }

  @Test
  void asidesPageNobody() {
    assertThat(text(html(Briefings.aside(IncidentKind.CHATTER)))).contains("nobody is paged");
    assertThat(text(html(Briefings.aside(IncidentKind.BLIND))))
        .contains("Look at the feed mastodon", "nothing is known");
  }

  @Test
  void momentsAreToldFromTheDetection() {
    assertThat(text(html(Briefings.rich())))
        .contains("Friday, 6 March 2026, all times UTC", "26 min ahead of the support queue.")
        .containsSubsequence(
            "13:20 It began 2 min before detection",
            "13:22 Detected",
            "13:48 Support queue surges 26 min after detection",
            "13:51 First public answer",
            "14:12 This update: escalated");
  }

  @Test
  void whatChangedIsToldWithItsReasons() {
    assertThat(text(html(Briefings.rich())))
        .containsSubsequence("Next step", "Look at deploy Card rules 4.2", "6 min before the surge")
        .containsSubsequence("What changed", "Suspected", "93 %", "Ruled out", "Done about it")
        .containsSubsequence("When", "13:14 deploy Card rules 4.2", "13:20 It began")
        .containsSubsequence("13:50 rollback Card rules 4.1", "14:12 This update");
    assertThat(text(html(Briefings.over()))).doesNotContain("Look at deploy");
    assertThat(text(html(Briefings.minimal()))).doesNotContain("What changed");
  }

  @Test
  void whatIsSparedIsToldFromWhatNobodyHearsOf() {
    assertThat(text(html(Briefings.rich())))
        .contains("Not affected: they would show it New Zealand Nothing heard of login, transfers");
  }

  @Test
  void theCurveGoesOnToTheUpdate() {
    assertThat(text(html(Briefings.rich())))
        .containsSubsequence("Complaints in each 2 min", "update", "began");
  }

  @Test
  void nobodysWordsBecomePartsOfThePage() {
    String html = html(Briefings.rich());

    assertThat(html).doesNotContain("<script", "<img", "onerror=alert(1)>", "alert('x')");
    assertThat(html).contains("&lt;script&gt;");
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    List<MatchResult> links = LINK.matcher(html(Briefings.rich())).results().toList();

    assertThat(links).isNotEmpty();
    assertThat(links)
        .allSatisfy(link -> assertThat(link.group(1)).startsWith("https://"))
        .allSatisfy(link -> assertThat(link.group(2)).isEqualTo("noopener noreferrer nofollow"));
    assertThat(html(Briefings.rich())).doesNotContain("href=\"javascript:");
  }

  @Test
  void wordsHaveTheirLanguageAndDirection() {
    assertThat(html(Briefings.rich()))
        .contains("<blockquote lang=\"ar\" dir=\"auto\">", "<bdi lang=\"ja\">");
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    String html = html(Briefings.rich());

    assertThat(html).contains("default-src 'none'").doesNotContain("src=\"", "url(", "@import");
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(64 * 1024);
  }

  @Test
  void itsBodyIsWellFormed() throws Exception {
    for (Briefing briefing : List.of(Briefings.rich(), Briefings.minimal())) {
      String html = html(briefing);
      String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
      byte[] xml = body.replace("<br>", "<br/>").getBytes(StandardCharsets.UTF_8);

      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml));
      assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
    }
  }

  @Test
  void itSaysWhichUpdateItShows() {
    String html = html(Briefings.rich());
    PageMark mark = new PageMark(7, Briefings.CATALOGUE.version(), "policy");

    assertThat(PageMark.in(html.substring(0, 512))).isEqualTo(mark);
    assertThat(PageMark.in("<html>")).isNull();
  }

  private static String html(Briefing briefing) {
    return new IncidentPage(Briefings.CATALOGUE, false).html(briefing);
  }

  private static List<String> headings(Briefing briefing) {
    return HEADING.matcher(html(briefing)).results().map(found -> found.group(1)).toList();
  }

  /** What is read, on one line. */
  private static String text(String html) {
    String body = html.substring(html.indexOf("<body>"));
    return body.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }
}
