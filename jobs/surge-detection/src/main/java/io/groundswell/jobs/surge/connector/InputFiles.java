package io.groundswell.jobs.surge.connector;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * The files of a bounded run.
 *
 * @param posts files that hold posts
 * @param contacts paths of files that hold support contacts, JSON lines; {@code -} is standard
 *     input
 * @param changes the same of change events
 */
public record InputFiles(PostFiles posts, List<String> contacts, List<String> changes)
    implements Serializable {

  /** Files of posts alone. */
  public InputFiles(PostFiles posts) {
    this(posts, List.of(), List.of());
  }

  /** How many files there are. */
  int count() {
    return posts.paths().size() + contacts.size() + changes.size();
  }

  /** Opens one of the files, counted from 0. */
  RecordCutter open(int number) throws IOException {
    int behindPosts = number - posts.paths().size();
    return switch (input(number)) {
      case POSTS -> posts.open(posts.paths().get(number));
      case CONTACTS -> new RecordFile(contacts.get(behindPosts), false);
      case CHANGES -> new RecordFile(changes.get(behindPosts - contacts.size()), false);
    };
  }

  /** What a file's records are. */
  Input input(int number) {
    int behindPosts = number - posts.paths().size();
    if (behindPosts < 0) {
      return Input.POSTS;
    }
    return behindPosts < contacts.size() ? Input.CONTACTS : Input.CHANGES;
  }
}
