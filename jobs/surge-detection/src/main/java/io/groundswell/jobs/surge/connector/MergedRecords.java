package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.contact.SupportContact;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.Buckets;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The records of all files in one order: by time, then source, id and the record's hash. How the
 * records were spread over files, and in which order, makes no difference. Sorts in memory, and
 * through temporary files beyond {@value #RUN_BYTES} bytes. Ends with the mark of the end.
 */
final class MergedRecords implements Iterator<RawRecord>, Closeable {
  static final int RUN_BYTES = 256 << 20;

  /** What a record takes in memory beside its bytes: its key and position. */
  private static final int KEY_BYTES = 300;

  private final Reading reading;
  private final long width;
  private final List<SortedRun> runs = new ArrayList<>();
  private final PriorityQueue<SortedRun> heads =
      new PriorityQueue<>(Comparator.comparing(SortedRun::head));
  private long lastSeen = RawRecord.NO_TIME;
  private long last = RawRecord.NO_TIME;
  private boolean ended;

  MergedRecords(InputFiles files, Reading reading, long width) {
    this(files, reading, width, RUN_BYTES);
  }

  MergedRecords(InputFiles files, Reading reading, long width, int runBytes) {
    this.reading = reading;
    this.width = width;
    try {
      sort(files, runBytes);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void sort(InputFiles files, int runBytes) throws IOException {
    List<SortKey> keys = new ArrayList<>();
    long bytes = 0;
    for (int file = 0; file < files.count(); file++) {
      try (RecordCutter cutter = files.open(file)) {
        for (RawRecord record = cutter.next(); record != null; record = cutter.next()) {
          SortKey key = key(record, files.input(file));
          keys.add(key);
          if (!key.record().input().isAnswer()) {
            lastSeen = Math.max(lastSeen, key.record().time());
          }
          bytes += record.bytes().length + KEY_BYTES;
          if (bytes > runBytes) {
            runs.add(SortedRun.spilled(keys));
            keys = new ArrayList<>();
            bytes = 0;
          }
        }
      }
    }
    runs.add(SortedRun.inMemory(keys));
    for (SortedRun run : runs) {
      if (run.advance()) {
        heads.add(run);
      }
    }
  }

  /** Of what people have said: answers and rulings. */
  private SortKey saidKey(RawRecord record, Input input, long hash) throws UnreadableRecord {
    return switch (input) {
      case VERDICTS -> {
        Verdict verdict = reading.readVerdict(record);
        yield new SortKey(record.as(input, verdict.at()), "", verdict.incidentId(), hash);
      }
      case MUTES -> {
        Mute mute = reading.readMute(record);
        yield new SortKey(record.as(input, mute.at()), "", mute.id(), hash);
      }
      default -> {
        RulingJson.Sent sent = reading.readRuling(record);
        yield new SortKey(record.as(input, sent.at()), "", sent.ruling().key(), hash);
      }
    };
  }

  private SortKey key(RawRecord record, Input input) {
    long hash = Hash64.of(record.bytes());
    try {
      return switch (input) {
        case POSTS -> {
          Post post = reading.read(record);
          yield new SortKey(record.as(input, post.createdAt()), post.source(), post.id(), hash);
        }
        case CONTACTS -> {
          SupportContact contact = reading.readContact(record);
          yield new SortKey(record.as(input, contact.createdAt()), "", contact.id(), hash);
        }
        case CHANGES -> {
          ChangeEvent change = reading.readChange(record);
          yield new SortKey(record.as(input, change.at()), "", change.id(), hash);
        }
        case VERDICTS, MUTES, CONTROL -> saidKey(record, input, hash);
      };
    } catch (UnreadableRecord e) {
      return new SortKey(record.as(input, RawRecord.NO_TIME), "", "", hash);
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty() || !ended;
  }

  @Override
  public RawRecord next() {
    SortedRun run = heads.poll();
    if (run == null) {
      return end();
    }
    RawRecord record = inTime(run.head().record());
    last = Math.max(last, record.time());
    if (run.advance()) {
      heads.add(run);
    }
    return record;
  }

  /** What is said when nothing happens any more moves no clock: nobody has seen those days. */
  private RawRecord inTime(RawRecord record) {
    return record.input().isAnswer() && record.time() > lastSeen
        ? record.as(record.input(), lastSeen)
        : record;
  }

  private RawRecord end() {
    if (ended) {
      throw new NoSuchElementException();
    }
    ended = true;
    close();
    long time =
        last == RawRecord.NO_TIME
            ? RawRecord.NO_TIME
            : Buckets.lastMoment(Buckets.start(last, width), width);
    return RawRecord.end(time);
  }

  @Override
  public void close() {
    runs.forEach(SortedRun::close);
  }
}
