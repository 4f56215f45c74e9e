package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final Set<String> KNOWN = Set.of("min_authors", "lateness", "bucket");

  @Test
  void findsTheNameThatWasMeant() {
    assertThat(Nearest.to("min_author", KNOWN)).isEqualTo("min_authors");
    assertThat(Nearest.to("minimum_authors", KNOWN)).isEqualTo("min_authors");
    assertThat(Nearest.hint("bukcet", KNOWN)).isEqualTo("did you mean 'bucket'?");
  }

  @Test
  void listsThemAllWhereNoneIsNear() {
    assertThat(Nearest.to("colour", KNOWN)).isNull();
    assertThat(Nearest.hint("colour", KNOWN)).isEqualTo("known are bucket, lateness, min_authors");
  }
}
