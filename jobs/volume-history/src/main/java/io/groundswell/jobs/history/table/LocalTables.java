package io.groundswell.jobs.history.table;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of this machine as the system makes them. Hadoop would start a {@code chmod} for each new
 * file and folder, some twenty a commit.
 */
public final class LocalTables extends RawLocalFileSystem {
  @Override
  public void setPermission(Path file, FsPermission permission) {
    // The process's umask has said who may read it.
  }
}
