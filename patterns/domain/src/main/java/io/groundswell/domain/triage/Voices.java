package io.groundswell.domain.triage;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Post;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who speaks in a post: by its author's account, and by the shape of what is passed on.
 * Immutable; safe to share between threads.
 */
public final class Voices implements Serializable {
  private static final long serialVersionUID = 1;

  /** Such a word in a handle says what the account is: {@code Acme_Status}, {@code nycjobs}. */
  private static final Set<String> MACHINES =
      Set.of("bot", "rss", "status", "jobs", "careers", "deals", "coupons", "alerts", "autopost");

  private static final Set<String> NEWSROOMS =
      Set.of("news", "newswire", "headlines", "herald", "gazette", "tribune", "noticias");

  /** People call themselves so as well; an account with many followers rarely is one. */
  private static final Set<String> PERHAPS_NEWSROOMS =
      Set.of("daily", "times", "post", "press", "today", "radio", "tv", "journal", "magazine");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final long MANY_FOLLOWERS = 20_000;
  private static final int SHORTEST_GLUED = 4;

  private final Set<String> ownHandles = new HashSet<>();

  /**
   * The voices around a company.
   *
   * @param ownHandles accounts of its own, with or without {@code @}
   */
  public Voices(Collection<String> ownHandles) {
    ownHandles.forEach(handle -> this.ownHandles.add(bare(handle)));
  }

  /** Who speaks. */
  public Voice of(Post post) {
    Author author = post.author();
    String handle = author.handle();
    if (handle != null && ownHandles.contains(bare(handle))) {
      return Voice.COMPANY;
    }
    if (author.automated()) {
      return Voice.MACHINE;
    }
    Voice account = handle == null ? Voice.PERSON : account(handle, author.followers());
    return account == Voice.PERSON && Headline.isOne(post.text()) ? Voice.NEWS : account;
  }

  private static String bare(String handle) {
    String name = handle.startsWith("@") ? handle.substring(1) : handle;
    return Folding.fold(name).strip();
  }

  private static Voice account(String handle, @Nullable Long followers) {
    Set<String> words = words(handle);
    if (holdsOne(words, MACHINES)) {
      return Voice.MACHINE;
    }
    boolean followed = followers != null && followers >= MANY_FOLLOWERS;
    boolean newsroom =
        holdsOne(words, NEWSROOMS) || (followed && holdsOne(words, PERHAPS_NEWSROOMS));
    return newsroom ? Voice.NEWS : Voice.PERSON;
  }

  /** A word of its own, or at the end of a longer one that is written without capitals. */
  private static boolean holdsOne(Set<String> words, Set<String> sought) {
    for (String word : words) {
      for (String one : sought) {
        boolean glued =
            one.length() >= SHORTEST_GLUED
                && word.length() > one.length() + 1
                && word.endsWith(one);
        if (word.equals(one) || glued) {
          return true;
        }
      }
    }
    return false;
  }

  /** The words of a handle, cut at underscores, dots, digits and capitals. */
  private static Set<String> words(String handle) {
    int server = handle.indexOf('@', 1);
    String name = server < 0 ? handle : handle.substring(0, server);
    Set<String> words = new TreeSet<>();
    for (String part : BETWEEN_WORDS.split(name, -1)) {
      words.add(Folding.fold(part));
    }
    return words;
  }
}
