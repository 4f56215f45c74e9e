package io.groundswell.domain.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.proposal.Proposal.Counted;
import io.groundswell.domain.proposal.Proposal.Part;
import io.groundswell.domain.proposal.Proposal.Suggested;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposerTest {
  private final Proposer proposer = new Proposer();
  private int people;

  @Test
  void accountsThatManyComplainToAreProducts() {
    complain(20, "@CarrickAir my flight is gone #carrickair");
    complain(10, "@CarrickAir Carrick Airlines lost my bag");
    complain(5, "@wintlemoor is down");

    Proposal proposal = proposer.propose();

    assertThat(proposal.products())
        .extracting(Suggested::id, Suggested::name, Suggested::people)
        .containsExactly(
            tuple("carrick-air", "Carrick Air", 30L), tuple("wintlemoor", "wintlemoor", 5L));
    Suggested carrick = proposal.products().get(0);
    assertThat(carrick.handles()).containsExactly("@carrickair");
    assertThat(carrick.hashtags()).containsExactly("#carrickair");
    assertThat(carrick.aliases()).containsExactly("carrick air", "carrick airlines", "carrickair");
  }

  @Test
  void labelsThatComeWithTheProductsAreItsParts() {
    complain(20, "nothing loads", "Looms", "sync");
    complain(9, "nothing loads at all", "Looms", "tabs");
    complain(9, "a mess", "Looms");

    Proposal proposal = proposer.propose();

    assertThat(proposal.products()).extracting(Suggested::id).containsExactly("looms");
    assertThat(proposal.products().get(0).tags()).containsExactly("Looms");
    assertThat(proposal.products().get(0).parts())
        .containsExactly(
            new Part("sync", "sync", List.of("sync"), 20),
            new Part("tabs", "tabs", List.of("tabs"), 9));
  }

  @Test
  void twoAccountsThatAreAddressedTogetherStayTwo() {
    complain(20, "@CarrickAir @CarrickBank why");

    assertThat(proposer.propose().products())
        .extracting(Suggested::id)
        .containsExactly("carrick-air", "carrick-bank");
  }

  @Test
  void peopleAreNoProducts() {
    complain(90, "@CarrickAir @jo_writes my flight is gone");
    for (int i = 0; i < 3; i++) {
      add("jo", "@mo_reads @carrickair again", "jo_writes");
    }
    complain(3, "@mo_reads @CarrickAir see");
    proposer.addAuthor(post("mo", "fine", "mo_reads"));

    Proposal proposal = proposer.propose();

    assertThat(proposal.products())
        .extracting(Suggested::id)
        .containsExactly("carrick-air", "jo-writes");
    assertThat(proposal.others()).extracting(Counted::name).doesNotContain("@mo_reads");
  }

  @Test
  void onePersonIsNoCrowd() {
    for (int i = 0; i < 50; i++) {
      add("one", "@CarrickAir where is it", null);
    }

    assertThat(proposer.propose().products()).isEmpty();
  }

  @Test
  void withoutLabelsAndAccountsNamesAreProducts() {
    complain(10, "since noon Zarelto shows an error");
    complain(6, "again #zarelto #fail");
    complain(6, "my Parcel never came");

    Proposal proposal = proposer.propose();

    assertThat(proposal.products()).extracting(Suggested::id).containsExactly("zarelto");
    assertThat(proposal.products().get(0).hashtags()).containsExactly("#zarelto");
  }

  @Test
  void whatComplaintsSpeakOfIsTold() {
    complain(10, "@CarrickAir baggage claim is closed");

    assertThat(proposer.propose().products().get(0).phrases())
        .contains(new Counted("baggage claim", 10));
  }

  @Test
  void theOrderOfPostsChangesNothing() {
    Proposer backwards = new Proposer();
    List<Post> posts =
        List.of(
            post("a", "@CarrickAir late flight", null),
            post("b", "@carrickair late flight", null),
            post("c", "@CarrickAir #CarrickAirDown", null),
            post("d", "@CARRICKAIR late", null));
    for (int i = 0; i < posts.size(); i++) {
      proposer.addComplaint(posts.get(i));
      backwards.addComplaint(posts.get(posts.size() - 1 - i));
    }

    assertThat(backwards.propose()).isEqualTo(proposer.propose());
  }

  private void complain(int times, String text, String... tags) {
    for (int i = 0; i < times; i++) {
      people++;
      Post post = post("p" + people, text, null, tags);
      proposer.addAuthor(post);
      proposer.addComplaint(post);
    }
  }

  private void add(String author, String text, @Nullable String handle) {
    Post post = post(author, text, handle);
    proposer.addAuthor(post);
    proposer.addComplaint(post);
  }

  private static Post post(String author, String text, @Nullable String handle, String... tags) {
    return Post.of("x", author + text.hashCode(), 0)
        .text(text)
        .author(new Author(author, handle, null, null, false))
        .tags(List.of(tags))
        .build();
  }
}
