package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.domain.post.Post;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearTriageTest {
  private final LinearTriage triage = LinearTriage.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "down for anyone else?",
        "heads-up, your checkout throws 500s",
        "why has it just disabled all my add-ons?",
        "@acme third day without internet and nobody answers",
        "thanks for losing my suitcase"
      })
  void whoeverHasTheFaultNowComplainsWhateverTheTone(String text) {
    assertThat(triage.complaint(post(text))).isGreaterThan(.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@acme thank you, that was quick!",
        "how do I change my password?",
        "good morning everyone",
        "crashing at my friend's place tonight",
        "Acme shares fall 4% after earnings"
      })
  void chatterStaysBelowTheOpenThreshold(String text) {
    assertThat(ComplaintRule.DEFAULT.isComplaint(triage.complaint(post(text)), false)).isFalse();
  }

  /** The sentences of {@code unseen.txt} are in no template. */
  @Test
  void judgesSentencesItHasNotLearnedFrom() throws IOException {
    TriageQuality score = quality(unseen());
    assertThat(score.recall(.5)).isGreaterThan(.7);
    assertThat(score.falseAlarms(.5)).isLessThan(.15);
    assertThat(score.falseAlarms(.9)).isLessThan(.05);
    assertThat(score.auc()).isGreaterThan(.85);
  }

  @Test
  void saysWhichWeightsJudged() {
    assertThat(triage.version())
        .matches("[0-9a-f]{16}")
        .isEqualTo(LinearTriage.shipped().version());
  }

  @Test
  void weightsSurviveBeingWrittenAndRead() throws IOException {
    LinearModel learned =
        TriageTrainer.train(
            List.of(new LabelledText("it broke", true, 1), new LabelledText("hello", false, 1)), 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    learned.write(bytes);
    LinearModel read = LinearModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(read.version()).isEqualTo(learned.version());
    assertThat(new LinearTriage(read).complaint("it broke")).isGreaterThan(.5);
    assertThat(new LinearTriage(read).complaint("hello")).isLessThan(.5);
  }

  @Test
  void refusesBytesThatAreNoWeights() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write("something else".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not the weights");
  }

  @Property
  void anyTextHasAProbability(@ForAll String text) {
    assertThat(triage.complaint(text)).isBetween(0.0, 1.0);
  }

  @Test
  void oddTextsAreJudgedToo() {
    String endless = "it is broken ".repeat(8_000);
    for (String text : List.of("", " ", "😡😡😡", "\ud83d", "a\udc00b", "@", "#", "&", endless)) {
      assertThat(triage.complaint(text)).isBetween(0.0, 1.0);
    }
  }

  private static List<LabelledText> unseen() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LinearTriageTest.class.getResourceAsStream("unseen.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(fields -> new LabelledText(fields[1], fields[0].equals("complaint"), 1))
          .toList();
    }
  }

  private static Post post(String text) {
    return Post.of("x", "1", 0).text(text).build();
  }

  private TriageQuality quality(List<LabelledText> posts) {
    return TriageQuality.of(
        posts.stream()
            .map(post -> new TriageQuality.Judged(triage.complaint(post.text()), post.complaint()))
            .toList());
  }
}
