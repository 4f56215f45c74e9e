package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.contact.SupportContact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRecogniserTest {
  private final ContactRecogniser recogniser = new ContactRecogniser(Catalogues.firefox());

  @Test
  void aContactIsAboutTheIdsThatItGives() {
    assertThat(keys("firefox", "sync", "US-CA"))
        .containsExactlyInAnyOrder(
            "firefox",
            "firefox/sync",
            "firefox@US",
            "firefox@US-CA",
            "firefox@west",
            "@US",
            "@US-CA",
            "@west");
  }

  @ParameterizedTest
  @CsvSource({"IT,@IT", "it,@IT", "jfk,@jfk", "emea,@emea"})
  void aRegionIsACodeOrOneOfTheCataloguesOwn(String region, String key) {
    assertThat(keys("accounts", null, region)).contains(key);
  }

  @ParameterizedTest
  @CsvSource({"Firefox", "no-such-product"})
  void aProductThatNobodyKnowsMatchesNone(String product) {
    assertThat(keys(product, "sync", "IT")).containsExactly(Subject.UNMATCHED);
  }

  @Test
  void aComponentOfAnotherProductIsLeftOut() {
    assertThat(keys("accounts", "sync", "Narnia")).containsExactly("accounts");
  }

  private List<String> keys(String product, @Nullable String component, @Nullable String region) {
    SupportContact contact = new SupportContact("1", 0, "phone", product, component, region);
    return recogniser.recognise(contact).subjectKeys();
  }
}
