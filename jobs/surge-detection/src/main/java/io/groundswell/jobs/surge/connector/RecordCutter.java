package io.groundswell.jobs.surge.connector;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after another. */
public interface RecordCutter extends Closeable {

  /** The next record, without a time; null at the end. */
  RawRecord next() throws IOException;
}
