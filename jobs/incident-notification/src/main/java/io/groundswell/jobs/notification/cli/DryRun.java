package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.delivery.Counts;
import io.groundswell.jobs.notification.delivery.Dispatcher;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Journal;
import io.groundswell.jobs.notification.delivery.Kept;
import io.groundswell.jobs.notification.delivery.VirtualLoop;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.NoticeJson;
import io.groundswell.jobs.notification.notice.UnreadableNotice;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What would be sent for a file of updates: the very rules of the job, in a time that is the
 * updates' own, with destinations that take everything at once.
 */
final class DryRun {
  private static final long AFTERWARDS_SECONDS = 60;

  private final NotifySettings settings;
  private final PrintStream out;
  private final Map<String, Integer> sent = new LinkedHashMap<>();

  DryRun(NotifySettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  void run(Path file) throws IOException {
    VirtualLoop loop = null;
    Dispatcher dispatcher = null;
    int number = 0;
    try (BufferedReader lines = LocalFiles.reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        Notice notice = notice(file, number, line);
        if (dispatcher == null) {
          loop = new VirtualLoop(notice.updatedAt());
          dispatcher = dispatcher(loop);
        }
        loop.until(Math.max(loop.now(), notice.updatedAt()));
        dispatcher.take(new Kept(line, loop.now()));
        loop.pass(0);
      }
    }
    if (loop != null) {
      loop.pass(AFTERWARDS_SECONDS);
      summary(number, dispatcher.counts());
    }
  }

  private static Notice notice(Path file, int number, String line) {
    try {
      return NoticeJson.read(line);
    } catch (UnreadableNotice e) {
      throw new BadInput(
          "%s:%d: no update of an incident, %s; give incidents.ndjson as 'detect' writes it"
              .formatted(file, number, e.getMessage()));
    }
  }

  private Dispatcher dispatcher(VirtualLoop loop) {
    Map<String, Destination> shown = new LinkedHashMap<>();
    settings
        .destinations()
        .forEach(
            (name, destination) -> {
              sent.put(name, 0);
              shown.put(name, new Shown(name, destination));
            });
    return new Dispatcher(
        settings.routes(), shown, settings.patience(), new NoJournal(), loop, new Random(1));
  }

  private void summary(int updates, Counts counts) {
    out.printf(Locale.ROOT, "%,d updates would have been told like this:%n", updates);
    sent.forEach((name, count) -> out.printf(Locale.ROOT, "  %,7d  %s%n", count, name));
    count(counts, Counts.Of.HELD, "held back by a mute");
    count(counts, Counts.Of.UNROUTED, "updates that no route takes, told by the default");
  }

  private void count(Counts counts, Counts.Of what, String words) {
    if (counts.get(what) > 0) {
      out.printf(Locale.ROOT, "  %,7d  %s%n", counts.get(what), words);
    }
  }

  /** A destination that only shows what it would send. */
  private final class Shown implements Destination {
    private final String name;
    private final Destination real;

    Shown(String name, Destination real) {
      this.name = name;
      this.real = real;
    }

    @Override
    public Manner manner() {
      Manner manner = real.manner();
      return new Manner(manner.keyed(), manner.pages(), Integer.MAX_VALUE, 0, null);
    }

    @Override
    public boolean takes(Notice notice) {
      return real.takes(notice);
    }

    @Override
    public String preview(Delivery delivery) {
      return real.preview(delivery);
    }

    @Override
    public CompletionStage<Answer> deliver(Delivery delivery) {
      sent.merge(name, 1, Integer::sum);
      out.printf(
          "== %s  to %s: %s %s#%d, %s%n%s%n%n",
          Instant.ofEpochMilli(delivery.now()),
          name,
          delivery.step().name().toLowerCase(Locale.ROOT),
          delivery.notice().incidentId(),
          delivery.notice().sequence(),
          delivery.notice().severity(),
          preview(delivery).strip());
      String reference = delivery.reference();
      return CompletableFuture.completedFuture(
          Answer.delivered(reference == null ? real.pretended(delivery) : reference));
    }
  }

  /** Nothing is delivered, so nothing is kept. */
  private static final class NoJournal implements Journal {
    @Override
    public List<Entry> read() {
      return List.of();
    }

    @Override
    public CompletionStage<?> write(Entry entry) {
      return CompletableFuture.completedFuture(entry);
    }

    @Override
    public void forget(String key) {}

    @Override
    public void close() {}
  }
}
