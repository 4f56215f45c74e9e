package io.groundswell.cep.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.pattern.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns that can never match, never end or hold too much, each with what is said of it. */
class RefusedTest {
  private static final Names NAMES = new Names(Map.of("bucket", 60_000L), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {begin: a}, {followed_by: b}                                   | 'one' has no within, and may wait for ever
          {begin: a, one_or_more: true}                                  | 'one' has no within, and may wait for ever
          {begin: a}, {not_followed_by: b, where: {level: calm}}         | without within, 'b' would have to stay away for ever
          {begin: a, where: {evidence: {at_least: 9, below: 8}}}         | 'a' can never come: no bucket has such evidence
          {begin: a, where: {observed: {below: 0}}}                      | 'a' can never come: no bucket has such observed
          {begin: a, where: {level: elevated, evidence: {below: 9}}}     | 'a' can never come: no bucket has such evidence
          {begin: a, where: {level: extreme, observed: {at_most: 0}}}    | 'a' can never come: no bucket has such observed
          {begin: a, where: {turn: opens, level: calm}}                  | 'a' can never come: no bucket has such level
          {begin: a, where: {turn: resolves, level: extreme}}            | 'a' can never come: no bucket has such level
          {begin: a, where: {level: calm, none: {level: calm}}}          | 'a' can never come: no bucket has such level
          {begin: a, where: {posts: {at_least: 5}, none: {posts: {at_least: 3}}}} | 'a' can never come: no bucket has such posts
          {begin: a, where: {posts: {at_least: 5}, any: [{posts: {below: 5}}]}}   | 'a' can never come: no bucket has such posts
          {begin: a}, {not_next: b}, {next: c, where: {level: calm}}     | 'b' is every bucket, so that nothing comes after it
          {begin: a}, {not_next: b, where: {turn: opens}}, {next: c, where: {turn: opens}} | 'c' can never come: 'b' must not, and is the same
          {begin: a}, {next: b, where: {growth: {since: c, at_least: 2}}} | 'c' is no stage before 'b'
          {begin: a, where: {gap: {since: a, at_least: 1m}}}             | 'a' is no stage before 'a'
          {begin: a}, {not_next: b, where: {level: calm}}, {next: c, where: {growth: {since: b, at_least: 2}}} | 'b' is no stage before 'c'
          {begin: a}, {next: b}, {next: a}                               | a second stage is called 'a'
          {next: a}                                                      | the first stage does not begin
          {begin: a}, {begin: b}                                         | a later stage begins
          {begin: a, optional: true}                                     | every stage is optional
          {begin: Big}                                                   | a stage is called 'Big'
          {begin: a, where: {level: clam}}                               | level is 'clam'
          {begin: a, where: {turn: opened}}                              | turn is 'opened'
          {begin: a, where: {side: upstream}}                            | side asks for a pair
          {begin: a}, {next: b, where: {apart_from: a}}                  | apart_from asks for regions
          {begin: a}, {next: b, where: {same_subject_as: a}}             | same_subject_as compares a subject with itself
          {begin: a, greedy: true}, {next: b}                            | 'a' is one bucket
          {begin: a}, {next: b, times: 3, consecutive: true, greedy: true} | greedy does nothing in the last stage
          {begin: a, times: {at_least: 3, at_most: 2}, consecutive: true} | times is 3 to 2
          {begin: a, times: 101, consecutive: true}                      | times is more than 100
          {begin: a}, {not_next: b, where: {level: calm}, optional: true} | 'b' must not come, and says how often
          {begin: a}, {next: b, optional: true}, {not_next: c, where: {level: calm}}, {next: d} | 'c' comes after an optional stage
          """)
  void isRefused(String stages, String message) {
    assertThat(messages("{id: one, stages: [" + stages + "]}")).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          within: 41d    | {begin: a, where: {turn: opens}}, {followed_by: b}                    | within is longer than 40d
          within: 10m    | {begin: a}, {followed_by: b, where: {gap: {since: a, at_least: 10m}}} | 'b' can never come: its gap is longer than within
          skip: {to_last: c}  | {begin: a}, {next: b}                                            | no stage is called 'c'
          skip: {to_first: a} | {begin: a}, {next: b}                                            | skip to the first bucket of the match would find it for ever
          within: 1d     | {begin: a}, {followed_by: b}                                          | 'one' may hold up to 1440 partial matches of one subject
          within: 40m    | {begin: a}, {followed_by_any: b}, {followed_by: c}                    | 'one' may hold up to 1600 partial matches of one subject
          within: 40m    | {begin: a}, {followed_by: b, one_or_more: true}, {followed_by: c}     | 'one' may hold up to 1600 partial matches of one subject
          within: 12m    | {begin: a}, {followed_by: b, times: 3, combinations: true}            | 'one' may hold up to 20736 partial matches of one subject
          within: 2h     | {begin: a, where: {turn: opens}}, {followed_by: b, one_or_more: true, combinations: true} | 'one' may hold any number of partial matches of one subject
          over: regions, within: 17m | {begin: a}, {followed_by_any: b}, {next: c}               | 'one' may hold up to 1156 partial matches of one subject
          """)
  void isRefusedForItsWindow(String keys, String stages, String message) {
    assertThat(messages("{id: one, " + keys + ", stages: [" + stages + "]}"))
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          within: 16h    | {begin: a}, {followed_by: b}
          within: 40d    | {begin: a, where: {turn: [opens, reopens]}}, {followed_by: b}
          within: 30m    | {begin: a}, {followed_by_any: b}, {followed_by: c}
          within: 40m    | {begin: a}, {followed_by: b, one_or_more: true, greedy: true}, {followed_by: c}
          within: 40m    | {begin: a}, {followed_by: b, one_or_more: true}, {next: c}
          enabled: true  | {begin: a, where: {level: calm}}, {next: b, where: {level: extreme}, one_or_more: true, consecutive: true}, {next: c}
          enabled: true  | {begin: a, times: 5, consecutive: true}
          """)
  void whatIsJustBoundedPasses(String keys, String stages) {
    assertThat(messages("{id: one, " + keys + ", stages: [" + stages + "]}")).isEmpty();
  }

  @Test
  void idsAreGivenOnce() {
    String one = "{id: one, stages: [{begin: a}]}";
    assertThat(PatternsYaml.read("patterns: [" + one + ", " + one + "]", NAMES).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("a second pattern is called 'one'");
              assertThat(problem.path()).isEqualTo("/patterns/1/id");
              assertThat(problem.first()).isEqualTo("/patterns/0/id");
            });
    assertThat(messages("{id: One, stages: [{begin: a}]}")).containsExactly("id is 'One'");
  }

  @Test
  void thereIsALimitToHowManyStages() {
    String stages =
        "{begin: s0}" + ", {next: s%d}".repeat(10).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(messages("{id: one, stages: [" + stages + "]}"))
        .containsExactly("stages holds 11 stages");
  }

  private static List<String> messages(String pattern) {
    return PatternsYaml.read("patterns: [" + pattern + "]", NAMES).problems().stream()
        .map(problem -> problem.message())
        .toList();
  }
}
