package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.RealPosts;
import io.groundswell.jobs.surge.cli.CommandLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an analyst asks of a real week: complaints to six airlines, from the morning of Tuesday, 17
 * February 2015 to the evening of the 24th, in UTC. A winter storm, and an airline whose posts are
 * collected from the sixth day on.
 *
 * <p>No answer is taken from {@code query}. Complaints, authors, products, regions and symptoms
 * were counted by a script over the posts as they were collected, each with what {@code triage}
 * says of it: days and hours are those of the post's own time, authors those of the collection, not
 * the pseudonyms that are kept. What was expected, and the evidence, was added up from the lines of
 * {@code volumes.csv}. Incidents were followed update by update through {@code incidents.ndjson},
 * and what they tell was compared with the posts between their onset and end.
 *
 * <p>The answers belong to a triage, whose hash a failure names: with another one, another post is
 * a complaint, and they have to be worked out again.
 */
@Tag("real-data")
@SuppressWarnings("NullAway.Init")
class AirlineQuestionsIT {
  private static final String NEW_YORK = "America/New_York";
  private static final String TRIAGE = "7de97ed1d84d6e79";

  @TempDir private static Path folder;
  private static Path warehouse;
  private static List<String> triage;

  @BeforeAll
  static void load() throws Exception {
    Path posts = folder.resolve("posts.ndjson");
    RealPosts.write("airline", "data/us_airline", posts);
    String catalogue = RealPosts.SHARED.resolve("data/catalogues/airlines.yaml").toString();
    String report = folder.resolve("report").toString();
    warehouse = folder.resolve("warehouse");
    run(
        "detect",
        "--posts",
        posts.toString(),
        "--catalogue",
        catalogue,
        "--keep-posts",
        "--out",
        report);
    run("history", "--report", report, "--warehouse", warehouse.toString());
    triage = Asked.rows(warehouse, "SELECT DISTINCT triage_version FROM posts");
  }

  private static void run(String... command) {
    assertThat(CommandLines.run(command)).as(command[0]).isZero();
  }

  @ParameterizedTest
  @MethodSource({"days", "shares", "people", "unusual", "incidents"})
  void theAnswerIsTheOneWorkedOutByHand(Asking asking) {
    assertThat(asking.of(warehouse))
        .as("%s Worked out with triage %s; this is %s.", asking.words(), TRIAGE, triage)
        .isEqualTo(asking.rows());
  }

  static List<Asking> days() {
    String perDay = "SELECT day, count(*) FROM complaints GROUP BY day ORDER BY day";
    return List.of(
        Asking.of(
            "How many complaints came each day, in UTC?",
            perDay,
            "2015-02-17,515",
            "2015-02-18,760",
            "2015-02-19,635",
            "2015-02-20,789",
            "2015-02-21,798",
            "2015-02-22,1501",
            "2015-02-23,2031",
            "2015-02-24,1131"),
        // The evening in New York is the next day in UTC: Sunday is worse than Monday there.
        Asking.in(
            NEW_YORK,
            "And each day of New York?",
            perDay,
            "2015-02-17,735",
            "2015-02-18,701",
            "2015-02-19,679",
            "2015-02-20,772",
            "2015-02-21,869",
            "2015-02-22,1860",
            "2015-02-23,1755",
            "2015-02-24,789"),
        Asking.of(
            "Which was the worst hour?",
            """
            SELECT hour, count(*) AS complaints FROM complaints GROUP BY hour ORDER BY complaints DESC LIMIT 2""",
            "2015-02-22T22:00:00Z,181",
            "2015-02-22T23:00:00Z,151"),
        Asking.in(
            NEW_YORK,
            "At which hours of their day do people complain most, and least?",
            """
            FROM (SELECT hour(hour) AS oclock, count(*) AS complaints FROM complaints GROUP BY oclock)
            QUALIFY rank() OVER (ORDER BY complaints DESC) <= 3 OR rank() OVER (ORDER BY complaints) = 1
            ORDER BY complaints DESC""",
            "11,548",
            "12,530",
            "17,514",
            "4,70"),
        Asking.of(
            "How did it add up, and how does a day compare with the same day a week before?",
            """
            SELECT day, sum(complaints) OVER (ORDER BY day) AS so_far,
              lag(complaints, 7) OVER (ORDER BY day) AS week_before
            FROM (SELECT day, count(*) AS complaints FROM complaints GROUP BY day) ORDER BY day""",
            "2015-02-17,515,",
            "2015-02-18,1275,",
            "2015-02-19,1910,",
            "2015-02-20,2699,",
            "2015-02-21,3497,",
            "2015-02-22,4998,",
            "2015-02-23,7029,",
            "2015-02-24,8160,515"),
        // One hour of 181 has no complaint, and is no row.
        Asking.of(
            "How many complaints has an ordinary hour, quiet ones included?",
            """
            WITH hours AS (
              SELECT unnest(generate_series(min(hour), max(hour), INTERVAL 1 HOUR)) AS hour
              FROM complaints),
            counted AS (
              SELECT hour, count(id) AS complaints FROM hours
              LEFT JOIN complaints USING (hour) GROUP BY hour)
            SELECT count(*), count(*) FILTER (complaints = 0), median(complaints) FROM counted""",
            "181,1,41.0"));
  }

  static List<Asking> shares() {
    return List.of(
        Asking.of(
            "What is each airline's share?",
            """
            SELECT product, count(*), round(100 * count(*) / sum(count(*)) OVER (), 1) AS percent
            FROM complaints GROUP BY product ORDER BY 2 DESC""",
            "united,2331,28.6",
            "usairways,1873,23.0",
            "americanair,1756,21.5",
            "southwestair,1118,13.7",
            "jetblue,881,10.8",
            "virginamerica,201,2.5"),
        Asking.of(
            "How many are about several airlines, and does anybody count twice?",
            """
            SELECT count(*) FILTER (len(products) > 1), sum(len(products)), count(*)
            FROM complaints""",
            "257,8425,8160"),
        Asking.of(
            "Which airlines are named together most?",
            """
            SELECT list_sort(products) AS pair, count(*) FROM complaints WHERE len(products) > 1
            GROUP BY pair ORDER BY 2 DESC LIMIT 2""",
            "americanair;usairways,145",
            "americanair;united,25"),
        Asking.of(
            "From which states do most complaints come, and how many say nothing of where?",
            """
            (SELECT region, count(*) FROM (SELECT unnest(regions) AS region FROM complaints)
              WHERE region LIKE 'US-%' GROUP BY region ORDER BY 2 DESC LIMIT 4)
            UNION ALL SELECT 'nowhere', count(*) FROM complaints WHERE region IS NULL""",
            "US-NY,612",
            "US-CA,455",
            "US-MA,275",
            "US-TX,273",
            "nowhere,3835"),
        Asking.of(
            "Which airline has most complaints from one state?",
            """
            SELECT p.product, r.region, count(*) FROM complaints,
              unnest(products) AS p(product), unnest(regions) AS r(region)
            WHERE r.region LIKE 'US-%' GROUP BY ALL ORDER BY 3 DESC LIMIT 3""",
            "united,US-CA,183",
            "jetblue,US-NY,178",
            "united,US-NY,154"));
  }

  static List<Asking> people() {
    return List.of(
        Asking.of(
            "Where and in which languages was that written; was any late, or about nobody we know?",
            """
            SELECT source, lang, count(*), count(*) FILTER (late), count(*) FILTER (product = '?')
            FROM complaints GROUP BY ALL""",
            "x,en,8160,0,0"),
        Asking.of(
            "What is wrong?",
            """
            SELECT symptom, count(*) FROM (SELECT unnest(symptoms) AS symptom FROM complaints)
            GROUP BY symptom ORDER BY 2 DESC LIMIT 4""",
            "flight,2982",
            "delay,2284",
            "baggage,855",
            "cancelled,854"),
        Asking.of(
            "How many people complain; how many only once, how many ten times or more?",
            """
            SELECT count(*), count(*) FILTER (n = 1), count(*) FILTER (n >= 10), max(n), sum(n)
            FROM (SELECT author, count(*) AS n FROM complaints GROUP BY author)""",
            "4762,3113,32,18,8160"),
        Asking.of(
            "What became of all that was read: complaints, chatter and its share, repeats?",
            """
            SELECT sum(count), sum(count) FILTER (outcome = 'complaints'),
              sum(count) FILTER (outcome = 'chatter'),
              round(100 * sum(count) FILTER (outcome = 'chatter') / sum(count), 1),
              coalesce(sum(count) FILTER (outcome IN ('duplicates', 'reposts')), 0)
            FROM ledger WHERE input = 'posts'""",
            "14485,8160,6325,43.7,0"));
  }

  static List<Asking> unusual() {
    return List.of(
        Asking.of(
            "US Airways' worst hours: how many people, how many times as many as expected?",
            """
            SELECT hour, observed, round(expected, 2), round(ratio, 2) FROM baseline_vs_observed
            WHERE subject = 'usairways' ORDER BY observed DESC LIMIT 2""",
            "2015-02-22T22:00:00Z,32,5.51,5.81",
            "2015-02-22T16:00:00Z,31,5.15,6.02"),
        Asking.of(
            "How strong did the evidence get for each airline, and for how many minutes?",
            """
            SELECT product, max(evidence), count(*) FILTER (level = 'extreme')
            FROM volumes WHERE scope = 'product' GROUP BY product ORDER BY 2 DESC""",
            "americanair,138.012,350",
            "jetblue,25.4883,13",
            "usairways,14.5117,21",
            "southwestair,12.8186,2",
            "united,10.9975,0",
            "virginamerica,10.1761,0"));
  }

  static List<Asking> incidents() {
    return List.of(
        Asking.of(
            "How many incidents were there, of which kind, how urgent at worst?",
            """
            SELECT kind, highest_severity, count(*) FROM incidents GROUP BY ALL ORDER BY ALL""",
            "campaign,SEV4,8",
            "chatter,SEV4,3",
            "surge,SEV1,1",
            "surge,SEV3,3",
            "surge,SEV4,2"),
        Asking.of(
            "When was the first surge told, how long after it began, and how long did it last?",
            """
            SELECT product, first_detected_at, date_diff('minute', onset_at, first_detected_at),
              resolved_at, minutes FROM incidents WHERE kind = 'surge' ORDER BY first_detected_at LIMIT 1""",
            "usairways,2015-02-17T17:18:00Z,254,2015-02-18T03:49:00Z,885"),
        Asking.of(
            "Which airline's surges lasted longest in all, and which are open?",
            """
            SELECT product, count(*), sum(minutes), count(*) FILTER (resolved_at IS NULL)
            FROM incidents WHERE kind = 'surge' GROUP BY product ORDER BY 3 DESC""",
            "americanair,1,2834,1",
            "usairways,2,2479,0",
            "southwestair,2,1039,0",
            "jetblue,1,748,0"),
        // American's was over twice in between: it tells of those who complained while it surged.
        Asking.of(
            "How many complaints came while each surge was on, and how many does it tell of?",
            """
            SELECT i.product, i.onset_at, count(*), count(DISTINCT c.author), any_value(i.posts)
            FROM incidents i JOIN complaints c ON list_contains(c.products, i.product)
              AND c.counted_at >= i.onset_at AND c.counted_at < coalesce(i.resolved_at, i.updated_at)
            WHERE i.kind = 'surge' GROUP BY ALL ORDER BY 2""",
            "usairways,2015-02-17T13:04:00Z,182,114,182",
            "southwestair,2015-02-21T13:21:00Z,171,133,171",
            "usairways,2015-02-21T23:11:00Z,533,353,533",
            "southwestair,2015-02-22T03:06:00Z,39,32,39",
            "jetblue,2015-02-22T15:43:00Z,162,86,162",
            "americanair,2015-02-22T19:53:00Z,1670,920,1138"));
  }
}
