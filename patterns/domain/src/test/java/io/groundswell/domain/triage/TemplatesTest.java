package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TemplatesTest {
  static final List<String> LANGUAGES = Lexicon.LANGUAGES;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasBothKindsAndFillsEverySlot(String language) {
    List<List<LabelledText>> templates = Templates.expanded(language, 5);
    assertThat(templates.stream().filter(posts -> posts.get(0).complaint())).hasSizeGreaterThan(25);
    assertThat(templates.stream().filter(posts -> !posts.get(0).complaint()))
        .hasSizeGreaterThan(25);
    List<LabelledText> posts = posts(language);
    assertThat(posts).noneMatch(post -> post.text().matches("(?s).*[\\[\\]{}|].*"));
  }

  @Test
  void expansionIsTheSameEveryTime() {
    assertThat(posts("en")).isEqualTo(posts("en"));
  }

  @Test
  void aTemplateWeighsTheSameHoweverManyPostsItGives() {
    assertThat(Templates.expanded("en", 5))
        .allSatisfy(
            posts ->
                assertThat(posts.stream().mapToDouble(LabelledText::weight).sum())
                    .isCloseTo(5, within(1e-9)));
  }

  private static List<LabelledText> posts(String language) {
    return Templates.expanded(language, 5).stream().flatMap(List::stream).toList();
  }
}
