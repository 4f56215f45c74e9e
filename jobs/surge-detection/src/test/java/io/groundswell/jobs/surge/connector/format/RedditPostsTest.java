package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedditPostsTest {
  private static final long WHEN = Instant.parse("2026-03-06T13:20:00Z").toEpochMilli();
  static final Payload COMMENT =
      new Payload(
          Format.REDDIT,
          """
          {'kind': 't1', 'data': {'id': 'abc', 'name': 't1_abc', 'author': 'ann_b',
           'body': 'Checkout &amp; cart are down', 'body_html': '<p>no</p>',
           'created': 1772832000.0, 'created_utc': 1772803200.0, 'subreddit': 'HarborShop',
           'subreddit_name_prefixed': 'r/HarborShop', 'subreddit_type': 'public',
           'parent_id': 't1_aaa', 'link_id': 't3_zzz', 'distinguished': null, 'edited': false,
           'replies': '', 'permalink': '/r/HarborShop/comments/zzz/down/abc/'}}
          """);
  static final Payload SUBMISSION =
      new Payload(
          Format.REDDIT,
          """
          {'kind': 't3', 'data': {'id': 'zzz', 'name': 't3_zzz', 'author': 'ben',
           'title': 'Cart &lt;gone&gt;?', 'selftext': 'Since noon.', 'created_utc': 1772803200,
           'subreddit': 'HarborShop', 'subreddit_type': 'restricted',
           'permalink': '/r/HarborShop/comments/zzz/cart/', 'removed_by_category': null}}
          """);

  @Test
  void readsAComment() throws UnreadableRecord {
    assertThat(COMMENT.post())
        .isEqualTo(
            Post.of("reddit", "t1_abc", WHEN)
                .text("Checkout & cart are down")
                .author(new Author("ann_b", "ann_b", null, null, false))
                .tags(List.of("r/harborshop"))
                .relations(null, "t1_aaa")
                .url("https://www.reddit.com/r/HarborShop/comments/zzz/down/abc/")
                .build());
  }

  @Test
  void readsASubmission() throws UnreadableRecord {
    assertThat(SUBMISSION.post())
        .isEqualTo(
            Post.of("reddit", "t3_zzz", WHEN)
                .text("Cart <gone>?\n\nSince noon.")
                .author(new Author("ben", "ben", null, null, false))
                .tags(List.of("r/harborshop"))
                .url("https://www.reddit.com/r/HarborShop/comments/zzz/cart/")
                .build());
    assertThat(SUBMISSION.with("'Since noon.'", "''").post().text()).isEqualTo("Cart <gone>?");
  }

  @Test
  void theEnvelopeMayBeMissing() throws UnreadableRecord {
    for (Payload payload : List.of(COMMENT, SUBMISSION)) {
      String bare = payload.json().replaceAll("(?s)^\\{'kind': '..', 'data': (.*)}\\s*$", "$1");

      assertThat(new Payload(Format.REDDIT, bare).post()).isEqualTo(payload.post());
      assertThat(
              new Payload(Format.REDDIT, bare.replaceAll("'name': '......', ", "")).post().text())
          .isEqualTo(payload.post().text());
    }
  }

  @Test
  void anIdWithoutNameGetsItsKind() throws UnreadableRecord {
    assertThat(COMMENT.with("'name'", "'x'").post().id()).isEqualTo("t1_abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1772803200", "1772803200.0", "'1772803200'", "1.7728032E9"})
  void secondsComeAsAnyKindOfNumber(String seconds) throws UnreadableRecord {
    assertThat(COMMENT.with("'created_utc': 1772803200.0", "'created_utc': " + seconds).post())
        .isEqualTo(COMMENT.post());
  }

  @Test
  void whatTheAuthorDeletedIsADeletion() throws UnreadableRecord {
    Post comment = COMMENT.with("Checkout &amp; cart are down", "[deleted]").post();
    Post submission = SUBMISSION.with("Since noon.", "[deleted]").post();

    assertThat(comment).matches(post -> post.deleted() && !post.withheld());
    assertThat(submission).matches(post -> post.deleted() && post.text().isEmpty());
    assertThat(SUBMISSION.with("category': null", "category': 'deleted'").post().deleted())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[removed]", "[ Removed by Reddit ]", "[removed by moderator]"})
  void whatOthersRemovedIsWithheld(String body) throws UnreadableRecord {
    Post comment = COMMENT.with("Checkout &amp; cart are down", body).post();

    assertThat(comment).matches(post -> post.withheld() && !post.deleted());
    assertThat(comment.text()).isEmpty();
    assertThat(SUBMISSION.with("Since noon.", body).post().text()).isEmpty();
    assertThat(SUBMISSION.with("category': null", "category': 'moderator'").post().withheld())
        .isTrue();
  }

  @Test
  void onlyAPrivateSubredditIsWithheld() throws UnreadableRecord {
    assertThat(SUBMISSION.post().withheld()).isFalse();
    assertThat(SUBMISSION.with("'restricted'", "'private'").post().withheld()).isTrue();
  }

  @Test
  void anAccountThatIsGoneIsNobodyAndItsWordsStay() throws UnreadableRecord {
    Post post = COMMENT.with("'ann_b'", "'[deleted]'").post();

    assertThat(post.author()).isEqualTo(Author.UNKNOWN);
    assertThat(post.text()).isEqualTo("Checkout & cart are down");
  }

  @Test
  void machinesAreKnownByNameOrByWhatModeratorsLetThemSay() throws UnreadableRecord {
    String bot = "*I am a bot, and this was done by itself.*";
    Payload moderator = COMMENT.with("'distinguished': null", "'distinguished': 'moderator'");

    assertThat(COMMENT.with("'ann_b'", "'AutoModerator'").post().author().automated()).isTrue();
    assertThat(moderator.with("Checkout", bot + " Checkout").post().author().automated()).isTrue();
    assertThat(moderator.post().author().automated()).isFalse();
    assertThat(COMMENT.with("Checkout", bot + " Checkout").post().author().automated()).isFalse();
  }

  @Test
  void aCrosspostRepeats() throws UnreadableRecord {
    assertThat(SUBMISSION.with("'selftext'", "'crosspost_parent': 't3_yyy', 'selftext'").post())
        .extracting(Post::repostOf)
        .isEqualTo("t3_yyy");
  }

  @Test
  void withoutPermalinkTheAddressIsMadeOfIds() throws UnreadableRecord {
    assertThat(COMMENT.with("'permalink'", "'x'").post().url())
        .isEqualTo("https://www.reddit.com/comments/zzz/_/abc");
    assertThat(SUBMISSION.with("'permalink'", "'x'").post().url())
        .isEqualTo("https://www.reddit.com/comments/zzz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "&gt; it is broken~It works for me | It works for me",
        "&gt;quoted~&gt;&gt; twice~   &gt; thrice~mine | mine",
        "&gt;!my own spoiler!&lt; | >!my own spoiler!<",
        "5 &gt; 4 &amp;amp; more | 5 > 4 &amp; more",
        "see [the notes](https://a.example/x_(1)) now | see the notes https://a.example/x_(1) now",
        "[https://a.example](https://a.example) | https://a.example",
        "[rules](/r/x/wiki \"title\") [not] (a link) | rules /r/x/wiki [not] (a link)",
        "[a [b](c) [open](never | [a b c [open](never",
        "&gt; only theirs | ``",
      })
  void onlyTheAuthorsOwnWordsAreRead(String body, String text) throws UnreadableRecord {
    assertThat(RedditText.of(body.replace('~', '\n'))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 't5', 'data': {'display_name': 'HarborShop'}}",
        "{'kind': 'more', 'data': {'count': 3}}",
        "{'kind': 'Listing', 'data': {'children': []}}",
        "\n",
      })
  void otherThingsAreOnlySignsOfLife(String json) throws UnreadableRecord {
    assertThat(new Payload(Format.REDDIT, json).post())
        .isEqualTo(Post.noticeOf("reddit", Post.NO_TIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'id': 'abc', 'name': 't1_abc' | 'x': 1 | missing-field | data.id is missing",
        "'body' | 'x' | missing-field | data.body is missing",
        "'created_utc' | 'x' | missing-field | data.created_utc is missing",
        "'created_utc': 1772803200.0 | 'created_utc': 'now' | bad-time | data.created_utc is no time in seconds: now",
        "'created_utc': 1772803200.0 | 'created_utc': 1e300 | bad-time | data.created_utc is no time in seconds: 1e300",
        "{'kind': 't1', 'data': {'id': 'abc', 'name': 't1_abc', | {'x': { | missing-field | kind is missing, and no body or title tells it",
      })
  void whatAPostCannotDoWithoutIsAskedFor(String piece, String other, String reason, String why) {
    assertThat(COMMENT.with(piece, other).refusal()).hasMessage(why);
    assertThat(COMMENT.with(piece, other).refusal().reason()).isEqualTo(reason);
  }
}
