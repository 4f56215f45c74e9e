package io.groundswell.jobs.surge.evaluate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share independent tasks; results come in the order of the tasks. */
public final class Workers implements AutoCloseable {
  private final ExecutorService threads;
  private final Steps steps;

  /** Told after each task. */
  @FunctionalInterface
  public interface Steps {
    /**
     * So much is done.
     *
     * @param part what is under way
     * @param done tasks of it that are done
     * @param all tasks that it has
     */
    void done(String part, int done, int all);
  }

  /** That many threads. */
  public Workers(int threads, Steps steps) {
    this.threads = Executors.newFixedThreadPool(threads);
    this.steps = steps;
  }

  <T> List<T> run(String part, List<Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> task : tasks) {
      futures.add(threads.submit(task));
    }
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
        steps.done(part, results.size(), tasks.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
