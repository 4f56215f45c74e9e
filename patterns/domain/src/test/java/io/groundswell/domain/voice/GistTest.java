package io.groundswell.domain.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GistTest {
  private final GistReader reader = new GistReader();

  @Test
  void theSameWordsGiveTheSameGistHoweverTheyAreWritten() {
    assertThat(words("RT @acme: My ADD-ONS are gone, can’t log in!!! &amp; soooo angry"))
        .isEqualTo(words("my addons are gone can't log in soo angry"));
  }

  @Test
  void numbersDifferFromCopyToCopy() {
    assertThat(words("stuck on flight 4417")).isEqualTo(words("stuck on flight 2093"));
  }

  @Test
  void wordsOfThreeLettersAreToldInOrder() {
    reader.read("@acme My Add-ons, the IPv6 proxy & Ünïcode in 2026: see https://acme.example/x");
    assertThat(reader.words()).containsExactly("addons", "the", "ipv6", "proxy", "unicode", "see");
  }

  @Test
  void aWordIsFoundByItsHash() {
    Gist gist = reader.read("All my Add-ons are gone");
    assertThat(gist.words()).contains(GistReader.hash("addons"), GistReader.hash("gone"));
  }

  @Test
  void onlyTheBeginningOfALongTextCounts() {
    String text =
        IntStream.range(0, 500).mapToObj(i -> "w" + word(i)).collect(Collectors.joining(" "));
    Gist gist = reader.read(text);
    assertThat(gist.length()).isEqualTo(GistReader.MOST_WORDS);
    assertThat(gist.distinct()).isEqualTo(GistReader.MOST_WORDS);
    assertThat(gist.triples()).isEqualTo(GistReader.MOST_WORDS - 2);
  }

  @Test
  void repeatsAreNotDistinct() {
    Gist gist = reader.read("help me help me help me");
    assertThat(gist.length()).isEqualTo(6);
    assertThat(gist.distinct()).isEqualTo(2);
    assertThat(gist.triples()).isEqualTo(2);
  }

  @Test
  void scriptsWithoutSpacesAreReadCharacterByCharacter() {
    Gist gist = reader.read("アプリが落ちます");
    assertThat(gist.length()).isGreaterThan(5);
    assertThat(reader.words()).isEmpty();
  }

  @Test
  void aLinkIsItsHostAndPath() {
    long link = link("help at https://www.acme-support.example/Refund?id=17#top now");
    assertThat(link).isNotZero();
    assertThat(link("http://acme-support.example/refund/")).isEqualTo(link);
    assertThat(link("write to acme-support.example/refund.")).isEqualTo(link);
    assertThat(link("www.acme-support.example/refund, quickly")).isEqualTo(link);
    assertThat(link("https://acme-support.example/other")).isNotEqualTo(link);
  }

  @Test
  void theSiteWhereItHappenedIsNoCampaign() {
    assertThat(link("cannot open https://acme.example/ or www.acme.example")).isZero();
    assertThat(link("acme.example is down and/or.slow")).isZero();
  }

  @Test
  void aNumberIsItsDigits() {
    long number = link("call +1 (800) 555-0199 today");
    assertThat(number).isNotZero();
    assertThat(link("CALL 1-800-555-0199")).isEqualTo(number);
    assertThat(link("1-800.555.0199")).isEqualTo(number);
    assertThat(link("☎ +18005550199")).isEqualTo(number);
    assertThat(link("ring +47 2155 0199")).isNotZero();
  }

  @Test
  void codesVersionsAndDatesAreNoNumbersToCall() {
    assertThat(link("error F7701-1003, error 7701-1003")).isZero();
    assertThat(link("Gecko/20100101 on 10.0.19041.508 at 192.168.100.1")).isZero();
    assertThat(link("since 2026-01-05 10:15, build 20260105101500")).isZero();
    assertThat(link("offset 00000000000d9c2a")).isZero();
  }

  @Test
  void nothingIsReadOfNothing() {
    assertThat(reader.read("").length()).isZero();
    assertThat(reader.read("😡😡 @acme !!").length()).isZero();
  }

  private String words(String text) {
    return Arrays.toString(reader.read(text).words());
  }

  private static long link(String text) {
    return Gist.of(text).link();
  }

  private static String word(int i) {
    return "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
  }
}
