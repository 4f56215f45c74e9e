package io.groundswell.jobs.surge.connector;

import java.io.Serializable;
import java.util.Iterator;

/** Items that can be read again and again in the same order of time. */
public interface Ordered<T> extends Serializable {

  /** Reads from the beginning; the last item is a mark that lets the last bucket close. */
  Iterator<T> open();
}
