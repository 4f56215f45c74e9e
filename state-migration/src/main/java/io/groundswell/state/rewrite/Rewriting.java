package io.groundswell.state.rewrite;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.filesystem.FsCheckpointStreamFactory;

/**
 * A savepoint that is another one with some changes. It is written beside its place, operator by
 * operator, read again, and put in its place when all of it is there; a run that was killed goes on
 * after the last operator that was whole.
 */
public final class Rewriting {
  private static final String METADATA = "_metadata";
  private static final String PLAN = "plan";
  private static final String PARTS = "parts";
  private static final int SMALL = 100 * 1_024;
  private static final int BUFFER = 1 << 20;

  private final Savepoint from;
  private final Edits edits;
  private final Path to;
  private final Path unfinished;
  private final CheckpointStreamFactory files;

  /**
   * Prepares it; nothing is written yet.
   *
   * @param from in Flink's canonical format
   * @param to a new folder
   */
  public Rewriting(Savepoint from, Edits edits, Path to) {
    Path place = to.toAbsolutePath().normalize();
    this.from = from;
    this.edits = edits;
    this.to = place;
    this.unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
    org.apache.flink.core.fs.Path folder =
        new org.apache.flink.core.fs.Path(unfinished.toUri().toString());
    this.files =
        new FsCheckpointStreamFactory(
            LocalFileSystem.getSharedInstance(), folder, folder, SMALL, BUFFER);
  }

  /** Deletes what a run that was killed has left, so that this one begins anew. */
  public Rewriting anew() throws IOException {
    LocalFiles.deleteFolder(unfinished);
    return this;
  }

  /**
   * Writes it.
   *
   * @param plan what is done, in a line; a run goes on with what another one has left only if this
   *     was the same
   * @param progress told of each operator
   * @return how many entries each operator's states have
   * @throws UnfitSavepoint where the savepoint is not canonical, or the folder is taken
   */
  public Map<String, Long> write(String plan, Progress progress)
      throws IOException, UnfitSavepoint {
    if (Files.exists(to)) {
      throw new UnfitSavepoint(to + ": it is there already; name a new folder");
    }
    begin(plan + System.lineSeparator() + from.folder() + " " + from.fingerprint());
    List<Part> parts = new ArrayList<>();
    List<OperatorState> operators = List.copyOf(from.metadata().getOperatorStates());
    for (OperatorState operator : operators) {
      progress.begins(
          Savepoint.uid(operator), operator.getStateSize(), parts.size() + 1, operators.size());
      parts.add(part(operator));
    }
    parts.add(new Newcomers(operators, edits, files).write());
    List<OperatorState> written = together(parts);
    Map<String, Long> entries = verified(written, parts);
    finish(written);
    return entries;
  }

  private void begin(String plan) throws IOException, UnfitSavepoint {
    Path file = unfinished.resolve(PLAN);
    if (!Files.exists(unfinished)) {
      Files.createDirectories(unfinished.resolve(PARTS));
      Files.writeString(file, plan);
    } else if (!Files.exists(file) || !Files.readString(file).equals(plan)) {
      throw new UnfitSavepoint(
          unfinished + ": it was begun with something else; delete it, or name another folder");
    }
  }

  private Part part(OperatorState operator) throws IOException, UnfitSavepoint {
    Path file = unfinished.resolve(PARTS).resolve(operator.getOperatorID().toHexString());
    if (!Files.exists(file)) {
      new RewriteOperator(operator, edits, files).write().store(file, from.metadata());
    }
    return Part.load(file, unfinished.resolve(PLAN));
  }

  private static List<OperatorState> together(List<Part> parts) {
    Map<OperatorID, OperatorState> all = new LinkedHashMap<>();
    for (Part part : parts) {
      for (OperatorState operator : part.operators()) {
        if (all.put(operator.getOperatorID(), operator) != null) {
          throw new IllegalArgumentException(
              Savepoint.uid(operator) + " would get state of two operators, which have two files");
        }
      }
    }
    return List.copyOf(all.values());
  }

  /** Reads what was written, and compares it with what should have been. */
  private static Map<String, Long> verified(List<OperatorState> operators, List<Part> parts)
      throws IOException, UnfitSavepoint {
    Sums written = new Sums();
    for (Part part : parts) {
      part.written().states().forEach(written::add);
    }
    Sums read = new Sums();
    for (OperatorState operator : operators) {
      read(operator, read);
    }
    if (!read.states().equals(written.states())) {
      throw new IOException("what was written reads otherwise; is the disk full, or broken?");
    }
    Map<String, Long> entries = new LinkedHashMap<>();
    read.states().forEach((state, sum) -> entries.put(state, sum.entries()));
    return entries;
  }

  private static void read(OperatorState operator, Sums sums) throws IOException, UnfitSavepoint {
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
          String state = file.states().get(entry.state()).getName();
          sums.add(
              RewriteOperator.name(Savepoint.uid(operator), state),
              entry.composite(),
              entry.value());
        }
      }
    }
  }

  /** The metadata come last: without them nobody takes it for a savepoint. */
  private void finish(List<OperatorState> operators) throws IOException {
    CheckpointMetadata old = from.metadata();
    CheckpointMetadata metadata =
        new CheckpointMetadata(
            old.getCheckpointId(), operators, old.getMasterStates(), old.getCheckpointProperties());
    Path half = unfinished.resolve(METADATA + ".half");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(half))) {
      Checkpoints.storeCheckpointMetadata(metadata, out);
    }
    try (Stream<Path> parts = Files.list(unfinished.resolve(PARTS))) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(unfinished.resolve(PARTS));
    Files.delete(unfinished.resolve(PLAN));
    Files.move(half, unfinished.resolve(METADATA), StandardCopyOption.ATOMIC_MOVE);
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (uid, bytes, number, of) -> {};

    /**
     * An operator is begun.
     *
     * @param uid its uid
     * @param bytes how large its state is
     * @param number which one it is, from 1
     * @param of how many there are
     */
    void begins(String uid, long bytes, int number, int of);
  }
}
