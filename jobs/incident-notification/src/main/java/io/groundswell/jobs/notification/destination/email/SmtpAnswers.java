package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.notice.Plain;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's answer means (RFC 5321 section 4.2.1): 4xx passes, 5xx is for good. */
final class SmtpAnswers {
  private static final int QUOTED = 200;

  /** Where the library gives a code in words only. */
  private static final Pattern CODE = Pattern.compile("(?:^|response: )([245]\\d\\d)\\b");

  private SmtpAnswers() {}

  /** The answer to a mail that did not go out, or not to all. */
  static Answer failure(String host, String reference, Throwable failure) {
    if (failure instanceof SendFailedException partly) {
      Address[] told = partly.getValidSentAddresses();
      if (told != null && told.length > 0) {
        String not = "not told: " + missed(partly) + "; " + said(failure);
        return new Answer(Answer.Outcome.DELIVERED, reference, null, host + ": " + not);
      }
    }
    String reason = host + ": " + said(failure);
    return code(failure) >= 500 ? Answer.refused(reason) : Answer.tryAgain(reason, null);
  }

  private static String missed(SendFailedException partly) {
    Address[] invalid = partly.getInvalidAddresses();
    Address[] unsent = partly.getValidUnsentAddresses();
    return Arrays.stream(new Address[][] {invalid, unsent})
        .filter(addresses -> addresses != null)
        .flatMap(Arrays::stream)
        .map(Address::toString)
        .collect(Collectors.joining(", "));
  }

  /** The innermost has the server's own words. */
  private static String said(Throwable failure) {
    String words = "";
    for (Throwable one = failure; one != null; one = next(one)) {
      words = one.getMessage() == null ? one.getClass().getSimpleName() : one.getMessage();
    }
    return Plain.cut(Plain.line(words), QUOTED);
  }

  private static int code(Throwable failure) {
    int code = 0;
    for (Throwable one = failure; one != null; one = next(one)) {
      int its = its(one);
      // Of several the worst that passes: another attempt may succeed for some.
      code = code >= 400 && code < 500 ? code : its > 0 ? its : code;
    }
    return code;
  }

  private static int its(Throwable one) {
    if (one instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    } else if (one instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    } else if (one instanceof SMTPSendFailedException send) {
      return send.getReturnCode();
    }
    Matcher code = CODE.matcher(String.valueOf(one.getMessage()));
    return code.find() ? Integer.parseInt(code.group(1)) : 0;
  }

  private static @Nullable Throwable next(Throwable one) {
    return one instanceof MessagingException mail ? mail.getNextException() : one.getCause();
  }
}
