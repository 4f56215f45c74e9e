package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Hosts;
import io.groundswell.jobs.notification.web.Web;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;

/** {@code type: email}. */
public final class EmailType implements DestinationType {
  @Override
  public String name() {
    return "email";
  }

  @Override
  public Destination open(Block block, Web web) {
    InternetAddress from = address(block, "from", block.text("from"));
    List<InternetAddress> to = new ArrayList<>();
    for (String text : block.texts("to")) {
      to.add(address(block, "to", text));
    }
    if (to.isEmpty()) {
      throw block.wrong("to", "'to' names nobody", "name one address or more");
    }
    String host = block.host("host");
    Smtp.Encryption encryption = encryption(block, host);
    String user = block.optional("user");
    Smtp smtp =
        new Smtp(
            host,
            block.number("port", encryption.port(), 1, 65_535),
            encryption,
            user,
            user == null ? null : block.secret("password"),
            Calls.timeout(block, Smtp.TIMEOUT),
            null);
    return new Email(smtp, new Mail(from, to.toArray(InternetAddress[]::new)));
  }

  private static Smtp.Encryption encryption(Block block, String host) {
    String text = block.text("encryption", "starttls");
    Smtp.Encryption encryption =
        switch (text) {
          case "starttls" -> Smtp.Encryption.STARTTLS;
          case "tls" -> Smtp.Encryption.TLS;
          case "none" -> Smtp.Encryption.NONE;
          default ->
              throw block.wrong(
                  "encryption", "encryption is '" + text + "'", "use starttls, tls or none");
        };
    if (encryption == Smtp.Encryption.NONE && !Hosts.isThisMachine(host)) {
      throw block.wrong(
          "encryption", "mail to another host is not encrypted", "use starttls or tls");
    }
    return encryption;
  }

  private static InternetAddress address(Block block, String key, String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (address.getAddress().indexOf('@') > 0) {
        return address;
      }
    } catch (AddressException e) {
      // Said below, as what is none for other reasons.
    }
    throw block.wrong(key, "'" + text + "' is no mail address", "write it like name@host.example");
  }
}
