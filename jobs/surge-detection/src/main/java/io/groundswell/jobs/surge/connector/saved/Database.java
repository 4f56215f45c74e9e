package io.groundswell.jobs.surge.connector.saved;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * A keyed operator's RocksDB: it is opened as Flink would, but to read only, and read as a whole.
 */
final class Database {
  private Database() {}

  /** What is wrong with it, or null. */
  static @Nullable String wrong(IncrementalRemoteKeyedStateHandle handle) throws IOException {
    RocksDB.loadLibrary();
    Path folder = LocalFiles.temporaryFolder("groundswell-judge");
    try {
      Map<String, Path> files = new HashMap<>();
      for (HandleAndLocalPath file : files(handle)) {
        StateFile.of(file.getHandle()).ifPresent(at -> files.put(file.getLocalPath(), at.path()));
        place(file, folder.resolve(file.getLocalPath()));
      }
      try {
        verify(folder.toString());
        return null;
      } catch (RocksDBException e) {
        return damaged(e, files, folder);
      }
    } finally {
      LocalFiles.deleteFolder(folder);
    }
  }

  private static List<HandleAndLocalPath> files(IncrementalRemoteKeyedStateHandle handle) {
    return Stream.of(handle.getSharedState(), handle.getPrivateState())
        .flatMap(List::stream)
        .toList();
  }

  /** Under the name by which RocksDB knows it; small ones are in the metadata. */
  private static void place(HandleAndLocalPath file, Path target) throws IOException {
    if (!target.getFileName().toString().equals(file.getLocalPath())) {
      throw new IOException("'%s' is no name of a file".formatted(file.getLocalPath()));
    }
    StateFile source = StateFile.of(file.getHandle()).orElse(null);
    if (source != null && source.whole()) {
      Files.createSymbolicLink(target, source.path().toAbsolutePath());
    } else {
      try (InputStream in = file.getHandle().openInputStream()) {
        Files.copy(in, target);
      }
    }
  }

  private static void verify(String folder) throws RocksDBException {
    try (Options options = new Options();
        DBOptions settings = new DBOptions()) {
      List<ColumnFamilyDescriptor> families = new ArrayList<>();
      for (byte[] name : RocksDB.listColumnFamilies(options, folder)) {
        families.add(new ColumnFamilyDescriptor(name));
      }
      List<ColumnFamilyHandle> handles = new ArrayList<>();
      try (RocksDB database = RocksDB.openReadOnly(settings, folder, families, handles)) {
        database.verifyChecksum();
      } finally {
        handles.forEach(ColumnFamilyHandle::close);
      }
    }
  }

  /** RocksDB names the file in its own message, and then the list of them, which may be wrong. */
  private static String damaged(RocksDBException failure, Map<String, Path> files, Path folder) {
    String said = String.valueOf(failure.getMessage());
    return files.keySet().stream()
        .filter(said::contains)
        .min(Comparator.comparingInt(said::indexOf))
        .map(name -> "%s is damaged: %s".formatted(files.get(name), said))
        .orElse("RocksDB cannot open its files: " + said)
        .replace(folder + "/", "");
  }
}
