package io.groundswell.jobs.surge.page;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Counterfactual;
import io.groundswell.domain.briefing.Curve;
import io.groundswell.domain.briefing.Drafts;
import io.groundswell.domain.briefing.Drafts.Reply;
import io.groundswell.domain.briefing.Question;
import io.groundswell.domain.briefing.Reach;
import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.briefing.Recovery;
import io.groundswell.domain.briefing.Recovery.OfRegion;
import io.groundswell.domain.briefing.Replies;
import io.groundswell.domain.briefing.Replies.Answerable;
import io.groundswell.domain.briefing.Suspicion;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Finding;
import io.groundswell.domain.change.Ground;
import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Symptom;
import io.groundswell.domain.voice.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Incidents of an invented bank, as pages are to show them. */
public final class Briefings {
  static final long MINUTE = 60_000;
  static final long ONSET = Instant.parse("2026-03-06T13:20:00Z").toEpochMilli();
  static final String HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>";
  static final String RUNBOOK = "https://wiki.example/pay/card?from=page&x=y";

  /** Of the bank, with a region of its own. */
  public static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Product(
                  "pay",
                  "Wintlemoor Pay",
                  List.of("pay"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  null,
                  Importance.HIGH,
                  null,
                  List.of(),
                  List.of(card()))),
          List.of(new Region("nordics", "Nordics", List.of("SE", "NO", "DK", "FI"), List.of())));

  private static final List<String> COUNTRIES =
      List.of(
          "IT", "CH", "AT", "DE", "FR", "ES", "PT", "GB", "IE", "NL", "BE", "SE", "NO", "DK", "FI",
          "PL", "CZ", "HU", "GR", "TR", "US", "US-CA", "CA", "BR", "MX", "JP", "AU", "IN", "ZA");

  private Briefings() {}

  private static Component card() {
    return new Component("card", "Card", List.of(), List.of(), List.of(), List.of());
  }

  /** All that a page can show, in words that try to break it. */
  static Briefing rich() {
    return rich(Status.ESCALATED);
  }

  /** The same when it is over. */
  static Briefing over() {
    return rich(Status.RESOLVED);
  }

  private static Briefing rich(Status status) {
    Instant end = Instant.ofEpochMilli(ONSET + 52 * MINUTE);
    return new Briefing(
        update(IncidentKind.SURGE, status, end.toEpochMilli(), true),
        "Wintlemoor Pay, Card: payments are declined, 412 people in 52 min where 3.1 are usual",
        "Since 13:20 UTC, 412 people in 30 places have said that card payments are declined.\n"
            + "Calm until the bucket before, then extreme: evidence 41.0 against a threshold of"
            + " 12.4; by chance at most 0.0001 times a week. "
            + HOSTILE,
        commonality(),
        new Reach(false, parts(), List.of("login", "NZ", "transfers"), List.of("New Zealand")),
        List.of(
            new Counterfactual("any one author", 1, 40.2, 12.4, true),
            new Counterfactual("reposts and links", 260, 9.8, 12.4, false)),
        new Recovery(
            ONSET + 20 * MINUTE,
            118,
            42,
            14,
            List.of(
                new OfRegion("IT", "Italy", 61, 10, 9),
                new OfRegion("CH", "Switzerland", 20, 18, 1))),
        replies(),
        drafts(),
        new Question("platform", .74, "Does it fail in the app, in the browser, or both?"),
        curve(),
        suspicions(),
        List.of(),
        "policy",
        CATALOGUE.version());
  }

  private static List<Suspicion> suspicions() {
    Change deploy = change("deploy", "Card rules 4.2 " + HOSTILE, -6);
    Change flag = change("flag", "new login on", 9);
    Change back = change("rollback", "Card rules 4.1", 30);
    return List.of(
        new Suspicion(
            new Finding(deploy, Verdict.SUSPECT, Ground.NEAR_AND_RARE, .93, 6, .02, back),
            "6 min before the surge began " + HOSTILE),
        new Suspicion(
            new Finding(flag, Verdict.RULED_OUT, Ground.TOO_LATE, 0, -9, 0, null),
            "the surge began 9 min before this flag"),
        new Suspicion(
            new Finding(back, Verdict.REMEDY, Ground.TAKES_BACK, 0, -30, 0, deploy),
            "takes back the deploy"));
  }

  private static Change change(String kind, String summary, int minute) {
    return new Change(
        kind + "-1",
        ONSET + minute * MINUTE,
        0,
        kind,
        "pay",
        "card",
        List.of("IT"),
        summary,
        kind.equals("deploy") ? "https://changes.example/1?a=\"b\"" : null);
  }

  /** A surge of which nothing is known but its figures. */
  static Briefing minimal() {
    return empty(
        update(IncidentKind.SURGE, Status.OPENED, ONSET + 2 * MINUTE, false), "Pay: up", "policy");
  }

  /** The same where only few places, close to each other, are reached. */
  static Briefing near(Part... parts) {
    Briefing all = minimal();
    return new Briefing(
        all.update(),
        all.title(),
        all.explanation(),
        all.commonality(),
        new Reach(false, List.of(parts), List.of(), List.of()),
        all.counterfactuals(),
        all.recovery(),
        all.replies(),
        all.drafts(),
        all.question(),
        all.curve(),
        List.of(),
        List.of(),
        "policy",
        CATALOGUE.version());
  }

  /** A feed that is silent, chatter and the like. */
  static Briefing aside(IncidentKind kind) {
    return empty(
        update(kind, Status.OPENED, ONSET + 2 * MINUTE, false), "Something else", "policy");
  }

  private static Briefing empty(IncidentUpdate update, String title, String policy) {
    return new Briefing(
        update,
        title,
        "",
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
        policy,
        CATALOGUE.version());
  }

  /** One of an incident's updates. */
  public static Briefing numbered(String id, int sequence) {
    return numbered(id, sequence, "policy");
  }

  /** The same, as a policy has decided it. */
  public static Briefing numbered(String id, int sequence, String policy) {
    long end = ONSET + sequence * MINUTE;
    IncidentUpdate update = update(id, sequence, IncidentKind.SURGE, Status.UPDATED, end, true);
    return empty(update, "Pay: up", policy);
  }

  private static IncidentUpdate update(
      IncidentKind kind, Status status, long end, boolean complete) {
    return update("pay/card:20260306T132000Z", 7, kind, status, end, complete);
  }

  private static IncidentUpdate update(
      String id, int sequence, IncidentKind kind, Status status, long end, boolean complete) {
    return new IncidentUpdate(
        id,
        sequence,
        status,
        complete ? Severity.SEV1 : Severity.SEV3,
        kind,
        "sudden",
        kind == IncidentKind.BLIND
            ? new Subject(null, null, null, null)
            : Subject.parse("pay/card"),
        kind == IncidentKind.BLIND ? "mastodon" : null,
        "Pay: up",
        ONSET,
        ONSET + 2 * MINUTE,
        end,
        412,
        3.1,
        520,
        41,
        8,
        12.4,
        complete ? new Opening(14.2, 12.4, 3, 9, 1.1) : Opening.UNKNOWN,
        new BlastRadius(List.of(), List.of(), List.of(), List.of()),
        complete
            ? new Lead(ONSET + 9 * MINUTE, ONSET + 28 * MINUTE, 26 * 60L, LeadStatus.AHEAD)
            : new Lead(null, null, null, LeadStatus.UNKNOWN),
        complete ? "team-payments " + HOSTILE : null,
        complete ? RUNBOOK : null,
        "",
        Standing.NONE);
  }

  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < COUNTRIES.size(); i++) {
      String id = COUNTRIES.get(i);
      String name =
          id.length() == 2
              ? new Locale.Builder().setRegion(id).build().getDisplayCountry(Locale.ENGLISH)
              : "California";
      parts.add(part(Kind.REGION, id, name, i, 160 / (i + 1)));
    }
    parts.add(part(Kind.REGION, "jfk", "Terminal" + "x".repeat(60), 40, 4));
    parts.add(part(Kind.COMPONENT, "card", "Card", 0, 410));
    parts.add(part(Kind.COMPONENT, "wallet", "Wallet " + HOSTILE, 12, 31));
    parts.add(part(Kind.PRODUCT, "shop", "Wintlemoor Shop", 16, 22));
    return parts;
  }

  static Part part(Kind kind, String id, String name, int minutes, long observed) {
    double confidence = observed > 20 ? 1 - 1e-9 : .987;
    return new Part(
        kind, id, name, ONSET + minutes * MINUTE, observed, .4, observed / 412.0, confidence);
  }

  private static Commonality commonality() {
    Quote first =
        quote(
            "1",
            "My card was declined three times at the till, the app says “error 5021”. Anyone else?",
            "en");
    return new Commonality(
        List.of(
            new Symptom("declined", 41.2, .62, "en", 9, 12, true),
            new Symptom("error 5021", 880, .31, "en", 9, 12, true),
            new Symptom("البطاقة مرفوضة", 32, .7, "ar", 9, 12, true),
            new Symptom("決済できない", 21.4, .55, "ja", 9, 12, true),
            new Symptom("w".repeat(90), 2.2, .04, "", 9, 12, true)),
        List.of(
            new Fault("card is declined", 301, .73, List.of("en", "it", "ar", "ja"), report(first)),
            new Fault(
                "balance is not shown " + HOSTILE,
                44,
                .11,
                List.of("de"),
                report(
                    quote(
                        "9",
                        "Kontostand wird seit einer Stunde nicht angezeigt, schon dreimal neu gestartet",
                        "de")))),
        List.of(
            first,
            quote("2", "بطاقتي مرفوضة منذ الصباح ولا أحد يرد على رسائلي 😡", "ar"),
            quote("3", "カード決済が全部エラーになる。レジで恥ずかしい思いをした…", "ja"),
            new Quote(
                "4", "forum", "javascript:alert(1)", "en", HOSTILE + " " + "long".repeat(55))));
  }

  private static Quote quote(String id, String text, String lang) {
    return new Quote(id, "mastodon", "https://social.example/@someone/" + id, lang, text);
  }

  private static Report report(Quote quote) {
    return new Report(ONSET, 1, 1, List.of("pay"), false, quote, List.of());
  }

  private static Replies replies() {
    return new Replies(
        List.of(
            answerable("a", 1, null),
            answerable("b", 4, null),
            new Answerable("c", "forum", "javascript:alert(2)", ONSET + 6 * MINUTE, null),
            answerable("d", 2, ONSET + 31 * MINUTE)),
        180,
        12,
        232);
  }

  private static Answerable answerable(String id, int minutes, @Nullable Long answeredAt) {
    return new Answerable(
        id, "mastodon", "https://social.example/@x/" + id, ONSET + minutes * MINUTE, answeredAt);
  }

  private static Drafts drafts() {
    return new Drafts(
        "Card payments are being declined",
        "What we know: since 13:20 UTC many card payments are declined.\n"
            + "What we don't know yet: why.\nNext update by 14:45 UTC. "
            + HOSTILE,
        ONSET + 85 * MINUTE,
        List.of(
            new Reply("en", "Sorry. We are on it: https://status.example", "Sorry. Cards fail."),
            new Reply("ar", "نأسف لذلك. نعمل على إصلاح العطل: https://status.example", "نأسف.")));
  }

  private static Curve curve() {
    List<Integer> posts = new ArrayList<>();
    for (int i = 0; i < 112; i++) {
      int after = i - 60;
      posts.add(
          after < 0
              ? (i * 7 % 11 == 0 ? 1 : 0)
              : (int) (14 * Math.exp(-Math.pow((after - 22) / 14.0, 2))) + i % 3);
    }
    return new Curve(ONSET - 60 * MINUTE, MINUTE, posts, .06);
  }
}
