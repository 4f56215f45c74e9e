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
 */
public record InputFiles(PostFiles posts, List<String> contacts) implements Serializable {

  /** How many files there are. */
  int count() {
    return posts.paths().size() + contacts.size();
  }

  /** Opens one of the files, counted from 0. */
  RecordCutter open(int number) throws IOException {
    return isPosts(number)
        ? posts.open(posts.paths().get(number))
        : new RecordFile(contacts.get(number - posts.paths().size()), false);
  }

  /** What a file's records are. */
  Input input(int number) {
    return isPosts(number) ? Input.POSTS : Input.CONTACTS;
  }

  private boolean isPosts(int number) {
    return number < posts.paths().size();
  }
}
