package io.groundswell.jobs.notification.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Hosts' names, looked up before anything is sent. May take long: no thread may wait for it. */
public final class Names {
  private Names() {}

  /**
   * Refuses a host with an address that notices never go to: metadata services of clouds give
   * credentials to whoever asks from inside, and no setting may point there, not even by a name
   * that resolves to it. The JDK's own cache makes the connection go to what was looked at here.
   *
   * @throws HostRefusedException where it is one
   * @throws UnknownHostException where nobody knows it
   */
  public static void requireSafe(String host) throws IOException {
    for (InetAddress address : addresses(host)) {
      if (address.isLinkLocalAddress() || address.isMulticastAddress() || isMetadata(address)) {
        throw new HostRefusedException(host);
      }
    }
  }

  private static InetAddress[] addresses(String host) throws UnknownHostException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new UnknownHostException("the host's name is not known");
    }
  }

  /** The one outside the link-local range: fd00:ec2::254. */
  private static boolean isMetadata(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16
        && (bytes[0] & 0xff) == 0xfd
        && bytes[1] == 0
        && bytes[2] == 0x0e
        && (bytes[3] & 0xff) == 0xc2;
  }

  /** The host's address is one that notices never go to. */
  public static final class HostRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    HostRefusedException(String host) {
      super("the host " + host + " is a link-local or metadata address");
    }
  }
}
