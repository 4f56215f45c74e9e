package io.groundswell.jobs.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeJsonTest {
  @Test
  void anUpdateIsANoticeWithFacts() throws Exception {
    Notice notice = Updates.of("shop", 2, "escalated", "SEV1").in("IT").notice();
    assertThat(notice.said()).isEqualTo(Notice.Said.ESCALATED);
    assertThat(notice.subjectKey()).isEqualTo("shop/checkout");
    assertThat(notice.owner()).isEqualTo("team-shop");
    assertThat(notice.regions()).containsExactly("IT");
    assertThat(notice.facts())
        .contains(
            new Fact("About", "shop/checkout", null),
            new Fact("People", "10, where 0.16 are normal; 11 posts", null),
            new Fact("Where", "IT", null));
  }

  @Test
  void whatStrangersWriteIsCleanAndNoLongerThanNeeded() throws Exception {
    String hostile =
        "a\r\nBcc: x\u0000\u001b[31m\u202Eb\u200b\ud800c <!channel> " + "y".repeat(20_000);
    Notice notice =
        Updates.of("shop", 1, "opened", "SEV2")
            .with("title", hostile)
            .with("explanation", hostile)
            .notice();
    assertThat(notice.title()).startsWith("a Bcc: x[31mbc <!channel> yyy").hasSizeLessThan(1_001);
    assertThat(notice.explanation()).hasSizeLessThan(4_001);
    assertThat(Plain.line("👨‍👩‍👧 ok")).isEqualTo("👨‍👩‍👧 ok");
    assertThat(Plain.cut("ab👍👍", 4)).isEqualTo("ab…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"incident_id\":\"x\"}",
        "nonsense",
        "{\"incident_id\":5}",
        "{\"incident_id\":\"x\",\"status\":\"exploded\",\"severity\":\"SEV1\"}"
      })
  void whatIsNoUpdateSaysWhy(String json) {
    assertThatThrownBy(() -> NoticeJson.read(json)).isInstanceOf(UnreadableNotice.class);
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    assertThat(Links.web("javascript:alert(1)")).isNull();
    assertThat(Links.web("https://wiki.example/run book")).isNull();
    assertThat(Links.web("https://wiki.example/runbook")).isEqualTo("https://wiki.example/runbook");
  }
}
