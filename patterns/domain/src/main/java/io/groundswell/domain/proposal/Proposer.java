package io.groundswell.domain.proposal;

import io.groundswell.domain.catalogue.CommonWords;
import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.proposal.Counter.Name;
import io.groundswell.domain.proposal.Proposal.Counted;
import io.groundswell.domain.proposal.Proposal.Part;
import io.groundswell.domain.proposal.Proposal.Suggested;
import io.groundswell.domain.volume.AuthorSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a catalogue from complaints. Products are the labels and accounts that most people
 * complain to or about; where there are neither, the hashtags and names. Hashtags and names that
 * are spelt alike belong to them; labels that hardly come without a product's are its parts.
 */
public final class Proposer {
  /** A label of the source, beside '@' and '#'. */
  private static final char TAG = '=';

  private static final int LEAST_PEOPLE = 3;

  /** Of all people who complain, so many have to speak of a product. */
  private static final double SHARE = .01;

  private static final double INSIDE = .9;
  private static final int MOST_PRODUCTS = 30;
  private static final int MOST_PARTS = 20;
  private static final int MOST_PHRASES = 5;
  private static final int MOST_OTHERS = 20;
  private static final int MOST_AUTHORS = 1_000_000;
  private static final int MOST_ANCHORS = 6;

  private final Counter counter = new Counter();
  private final AuthorSet people = new AuthorSet();
  private final Set<String> authors = new HashSet<>();
  private long complaints;

  /** Takes note of who writes at all: accounts that complain are people, not products. */
  public void addAuthor(Post post) {
    note(post.author().handle());
    note(post.author().id());
  }

  private void note(@Nullable String author) {
    if (author != null && authors.size() < MOST_AUTHORS) {
      authors.add('@' + Folding.fold(author));
    }
  }

  /** Takes in a complaint. */
  public void addComplaint(Post post) {
    String writer = post.author().id() == null ? post.id() : post.author().id();
    long author = Hash64.of(post.source(), writer);
    complaints++;
    people.addAll(new long[] {author});
    Map<String, String> spoken = new TreeMap<>(Spoken.in(post.text()));
    for (String tag : post.tags()) {
      if (!tag.isBlank()) {
        spoken.put(TAG + Folding.fold(tag).strip(), tag.strip());
      }
    }
    spoken.forEach((name, written) -> counter.add(name, written, author));
    List<String> anchors =
        spoken.keySet().stream().filter(Proposer::isAnchor).limit(MOST_ANCHORS).toList();
    for (String anchor : anchors) {
      spoken.keySet().forEach(other -> counter.addTogether(anchor, other));
    }
  }

  private static boolean isAnchor(String name) {
    return name.charAt(0) == TAG || name.charAt(0) == '@';
  }

  /** What the complaints so far suggest. */
  public Proposal propose() {
    long least = Math.max(LEAST_PEOPLE, (long) (SHARE * people.size()));
    List<Name> common = counter.commonest(Math.max(LEAST_PEOPLE, least / 4));
    Groups groups = new Groups(anchors(common, least), counter);
    common.forEach(groups::join);
    List<Suggested> products = new ArrayList<>();
    Ids ids = new Ids();
    for (Group group : groups.products()) {
      if (group.isKnowable() && products.size() < MOST_PRODUCTS) {
        products.add(suggested(group, groups, common, ids));
      }
    }
    List<Counted> others =
        common.stream()
            .filter(name -> name.people() >= least && !groups.holds(name) && isOther(name))
            .limit(MOST_OTHERS)
            .map(name -> new Counted(name.written(), name.people()))
            .toList();
    return new Proposal(products, others, complaints, people.size(), least);
  }

  /** Labels and accounts; where there are none, hashtags and names that are no plain words. */
  private List<Name> anchors(List<Name> common, long least) {
    List<Name> many = common.stream().filter(name -> name.people() >= least).toList();
    List<Name> marked = many.stream().filter(x -> isAnchor(x.name) && !isPerson(x)).toList();
    List<Name> anchors =
        marked.isEmpty() ? many.stream().filter(Proposer::mayName).toList() : marked;
    return anchors.subList(0, Math.min(MOST_PRODUCTS * 2, anchors.size()));
  }

  /** Writes itself, and few others speak to it. */
  private boolean isPerson(Name name) {
    return authors.contains(name.name) && name.people() < SHARE * 5 * people.size();
  }

  /** A hashtag; or every word a capital, and one that is no plain word. */
  private static boolean mayName(Name name) {
    if (name.name.charAt(0) == '#') {
      return true;
    }
    boolean plain = true;
    for (String word : name.written().split(" ", -1)) {
      if (!Character.isUpperCase(word.charAt(0))) {
        return false;
      }
      plain &= CommonWords.isPlain(Folding.fold(word));
    }
    return !plain;
  }

  private boolean isOther(Name name) {
    return name.name.charAt(0) == '@' ? !isPerson(name) : name.name.charAt(0) == '#';
  }

  private Suggested suggested(Group group, Groups groups, List<Name> common, Ids ids) {
    List<Part> parts = new ArrayList<>();
    Ids partIds = new Ids();
    for (Name part : groups.partsOf(group, MOST_PARTS)) {
      String id = partIds.next(part.written(), "part");
      parts.add(new Part(id, part.written(), List.of(part.written()), part.people()));
    }
    long enough = Math.max(LEAST_PEOPLE, group.people() / 50);
    List<Counted> phrases =
        common.stream()
            .filter(name -> Character.isLetter(name.name.charAt(0)) && !groups.holds(name))
            .filter(name -> group.together(name, counter) >= enough)
            .limit(MOST_PHRASES)
            .map(name -> new Counted(name.name, group.together(name, counter)))
            .toList();
    return new Suggested(
        ids.next(group.label(), "product"),
        group.label(),
        ids.unused(group.aliases()),
        group.marked('@'),
        group.marked('#'),
        group.tags(),
        parts,
        phrases,
        group.people());
  }

  static boolean isInside(int together, int posts) {
    return together >= INSIDE * posts;
  }
}
