package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.destination.Replies;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.web.Names;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Mailboxes, by SMTP. The library blocks, so that mails have threads of their own. */
final class Email implements Destination {
  private static final int AT_ONCE = 1;

  /**
   * Each step of SMTP has the time-out; given up as a whole before it ends, a mail would still
   * leave and be sent again. This many slow steps are more than a mail takes.
   */
  private static final int MOST_READS = 12;

  private static final Manner MANNER = new Manner(false, false, AT_ONCE, 60, null);

  private final Smtp smtp;
  private final Mail mail;
  private final Session session;
  private final Struck struck;
  private final ExecutorService threads = Executors.newCachedThreadPool(Email::thread);

  Email(Smtp smtp, Mail mail) {
    this.smtp = smtp;
    this.mail = mail;
    this.session = smtp.session(mail.domain());
    this.struck = Struck.of(smtp.password());
  }

  /** The library finds its parts by the thread's class loader, which on a cluster is another. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "notification-mail");
    thread.setDaemon(true);
    thread.setContextClassLoader(Email.class.getClassLoader());
    return thread;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public String preview(Delivery delivery) {
    return "SMTP to " + smtp.host() + ":" + smtp.port() + "\n" + mail.preview(delivery);
  }

  @Override
  public String pretended(Delivery first) {
    return mail.reference(first);
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Answer late = Answer.tryAgain(smtp.host() + ": no answer within " + smtp.seconds(), null);
    try {
      threads.execute(() -> send(delivery, answer));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Answer.tryAgain("this process is closing", null));
    }
    long longest = MOST_READS * smtp.timeout().toMillis();
    return answer.completeOnTimeout(late, longest, TimeUnit.MILLISECONDS);
  }

  private void send(Delivery delivery, CompletableFuture<Answer> answer) {
    String reference = mail.reference(delivery);
    try {
      Names.requireSafe(smtp.host());
      if (!answer.isDone()) { // Else the name took too long, and it counts as not sent.
        smtp.send(session, mail.message(session, delivery));
        answer.complete(Answer.delivered(reference));
      }
    } catch (MessagingException e) {
      answer.complete(struck(SmtpAnswers.failure(smtp.host(), reference, e)));
    } catch (IOException | RuntimeException e) {
      answer.complete(struck(Replies.failure(smtp.host(), e)));
    }
  }

  private Answer struck(Answer answer) {
    return new Answer(
        answer.outcome(), answer.reference(), answer.pause(), struck.from(answer.reason()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
