package io.groundswell.jobs.surge.connector;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a bounded run.
 *
 * @param posts files that hold posts
 * @param contacts paths of files that hold support contacts, JSON lines; {@code -} is standard
 *     input
 * @param changes the same of change events
 * @param verdicts the same of answers to incidents
 * @param mutes the same of mutes
 * @param control the same of rulings
 */
public record InputFiles(
    PostFiles posts,
    List<String> contacts,
    List<String> changes,
    List<String> verdicts,
    List<String> mutes,
    List<String> control)
    implements Serializable {

  /** Files of posts alone. */
  public InputFiles(PostFiles posts) {
    this(posts, List.of(), List.of());
  }

  /** Files that nobody has answered to, and nothing was ruled. */
  public InputFiles(PostFiles posts, List<String> contacts, List<String> changes) {
    this(posts, contacts, changes, List.of(), List.of(), List.of());
  }

  /** How many files there are. */
  int count() {
    return posts.paths().size() + others().size();
  }

  /** Opens one of the files, counted from 0. */
  RecordCutter open(int number) throws IOException {
    int behindPosts = number - posts.paths().size();
    return behindPosts < 0
        ? posts.open(posts.paths().get(number))
        : new RecordFile(others().get(behindPosts), false);
  }

  /** What a file's records are. */
  Input input(int number) {
    int left = number - posts.paths().size();
    if (left < 0) {
      return Input.POSTS;
    }
    left -= contacts.size();
    if (left < 0) {
      return Input.CONTACTS;
    }
    left -= changes.size();
    if (left < 0) {
      return Input.CHANGES;
    }
    left -= verdicts.size();
    if (left < 0) {
      return Input.VERDICTS;
    }
    return left < mutes.size() ? Input.MUTES : Input.CONTROL;
  }

  private List<String> others() {
    return Stream.of(contacts, changes, verdicts, mutes, control).flatMap(List::stream).toList();
  }
}
