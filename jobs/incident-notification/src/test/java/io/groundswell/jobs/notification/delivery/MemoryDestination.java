package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.destination.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A destination of the test's own: answers as it is told to, after a while, and remembers. */
final class MemoryDestination implements Destination {
  private final Loop loop;
  private final Manner manner;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private Answer usual = Answer.delivered(null);
  private long takesMillis = 100;
  int underWay;
  boolean throwsOnce;
  int mostUnderWay;

  /** What arrived and was taken, in order: {@code TRIGGER shop#1}. */
  final List<String> taken = new ArrayList<>();

  /** Every attempt, taken or not. */
  final List<String> attempts = new ArrayList<>();

  MemoryDestination(Loop loop, Manner manner) {
    this.loop = loop;
    this.manner = manner;
  }

  static MemoryDestination pager(Loop loop) {
    return new MemoryDestination(loop, new Manner(true, true, 4, 0, null));
  }

  static MemoryDestination chat(Loop loop) {
    return new MemoryDestination(loop, new Manner(false, false, 1, 0, null));
  }

  MemoryDestination answers(Answer... next) {
    answers.addAll(List.of(next));
    return this;
  }

  MemoryDestination answersAlways(Answer answer) {
    usual = answer;
    return this;
  }

  MemoryDestination takes(long millis) {
    takesMillis = millis;
    return this;
  }

  @Override
  public Manner manner() {
    return manner;
  }

  @Override
  public String preview(Delivery delivery) {
    return told(delivery.step(), delivery);
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    if (throwsOnce) {
      throwsOnce = false;
      throw new IllegalArgumentException("a fault of ours");
    }
    Answer answer = answers.isEmpty() ? usual : answers.remove();
    String told = told(delivery.step(), delivery);
    attempts.add(told);
    underWay++;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    CompletableFuture<Answer> stage = new CompletableFuture<>();
    loop.at(
        loop.now() + takesMillis,
        () -> {
          underWay--;
          if (answer.outcome() == Answer.Outcome.DELIVERED) {
            taken.add(told);
          }
          stage.complete(answer);
        });
    return stage;
  }

  private static String told(Step step, Delivery delivery) {
    @Nullable String reference = delivery.reference();
    return step
        + " "
        + delivery.notice().incidentId()
        + "#"
        + delivery.notice().sequence()
        + (reference == null ? "" : " as " + reference);
  }
}
