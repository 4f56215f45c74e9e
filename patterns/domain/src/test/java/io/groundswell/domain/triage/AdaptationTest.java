package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An invented trade whose faults no lexicon knows: looms that "ravel" and "pill". */
class AdaptationTest {
  private static final List<String> WHO = List.of("loom", "warp", "weft", "heddle", "bobbin");
  private static final List<String> WHEN =
      List.of("at noon", "on the blue one", "twice", "by the door", "in hall two", "overnight");

  private final LinearModel shipped = LinearTriage.shippedModel();
  private final Adaptation adaptation = Adaptation.of(shipped, weavers());

  @Test
  void learnsWhatFaultsAreCalledHere() {
    assertThat(adaptation.after().auc()).isGreaterThan(adaptation.before().auc());
    assertThat(adaptation.after().macroF1(.5)).isGreaterThan(.9);
    LinearTriage adapted = new LinearTriage(adaptation.model());
    assertThat(adapted.complaint("the shuttle ravels and pills")).isGreaterThan(.5);
  }

  @Test
  void forgetsNothing() {
    LinearTriage before = new LinearTriage(shipped);
    LinearTriage after = new LinearTriage(adaptation.model());
    for (String text :
        List.of(
            "third day without internet and nobody answers",
            "seit gestern kein Internet und niemand antwortet",
            "good morning everyone, coffee first")) {
      assertThat(after.complaint(text)).isEqualTo(before.complaint(text), within(.15));
    }
  }

  @Test
  void theSamePostsGiveTheSameModelInAnyOrder() {
    List<LabelledText> reversed = new ArrayList<>(weavers());
    Collections.reverse(reversed);
    Adaptation again = Adaptation.of(shipped, reversed);
    assertThat(again.model().version()).isEqualTo(adaptation.model().version());
  }

  private static List<LabelledText> weavers() {
    List<LabelledText> posts = new ArrayList<>();
    for (String who : WHO) {
      for (String when : WHEN) {
        posts.add(new LabelledText("the " + who + " ravels and pills " + when, true, 1));
        posts.add(new LabelledText("the " + who + " hums along " + when, false, 1));
      }
    }
    return posts;
  }
}
