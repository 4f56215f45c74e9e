package io.groundswell.jobs.benchmark.recognition;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.post.Post;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Names and words made of the same syllables, so that most words begin like some name; a few words
 * are used most of the time, as in any language. Always the same.
 */
final class Babble {
  static final int WORDS = 25;
  private static final int VOCABULARY = 4_000;
  private static final String[] SYLLABLES =
      ("ba be bi bo bra bre ca ce cha che ci co cra da de di do dra e fa fe fi fla fo fra ga ge gi"
              + " go gra ha he hi ho in ja jo ka ke ki la le li lo ma me mi mo na ne ni no or pa pe"
              + " pi pla po pra qua ra re ri ro sa se sha she si so sta ste sto ta te the ti to tra"
              + " tri tro u un va ve vi vo wa we wi wo za ze zo")
          .split(" ");
  private static final String[] ENDS = "n r s t l m d k ng st nd rk x".split(" ");

  private final Random random = new Random(7);
  private final List<String> names;
  private final List<String> vocabulary;

  Babble(int names) {
    this.names = List.copyOf(words(names, 3));
    this.vocabulary = List.copyOf(words(VOCABULARY, 2));
  }

  private Set<String> words(int count, int syllables) {
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      words.add(word.append(ENDS[random.nextInt(ENDS.length)]).toString());
    }
    return words;
  }

  Catalogue catalogue() {
    List<Product> products = new ArrayList<>();
    for (String name : names) {
      products.add(Product.of(name, name));
    }
    return Catalogue.of(products, List.of());
  }

  /** Posts of which a fifth name a product; with hashtags, each has two and some name one there. */
  List<Post> posts(int count, boolean hashtags) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int named = i % 5 == 0 ? random.nextInt(WORDS) : -1;
      for (int word = 0; word < WORDS; word++) {
        boolean tag = hashtags && word % 12 == 6;
        text.append(word == 0 ? "" : " ").append(tag ? "#" : "");
        text.append(word == named ? name() : word()).append(tag ? "Down" : "");
      }
      posts.add(Post.of("x", Integer.toString(i), 0).text(text.toString()).build());
    }
    return posts;
  }

  private String name() {
    return names.get(random.nextInt(names.size()));
  }

  /** The rank of a word is nearly as often as its share is small (Zipf). */
  private String word() {
    return vocabulary.get((int) Math.pow(vocabulary.size(), random.nextDouble()) - 1);
  }
}
