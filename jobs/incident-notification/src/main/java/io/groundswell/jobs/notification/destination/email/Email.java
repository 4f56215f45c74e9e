package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.destination.Struck;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Mailboxes, by SMTP. The library blocks, so that mails have threads of their own. */
final class Email implements Destination {
  private static final int AT_ONCE = 2;
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
  public CompletionStage<Answer> deliver(Delivery delivery) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Answer late = Answer.tryAgain(smtp.host() + ": no answer within " + smtp.seconds(), null);
    try {
      threads.execute(() -> answer.complete(sent(delivery)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Answer.tryAgain("this process is closing", null));
    }
    return answer.completeOnTimeout(late, smtp.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private Answer sent(Delivery delivery) {
    String reference = mail.reference(delivery);
    try {
      MimeMessage message = mail.message(session, delivery);
      smtp.send(session, message);
      return Answer.delivered(reference);
    } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
      Answer answer = SmtpAnswers.failure(smtp.host(), reference, e);
      return new Answer(
          answer.outcome(), answer.reference(), answer.pause(), struck.from(answer.reason()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
