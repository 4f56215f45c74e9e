package io.groundswell.jobs.notification.notice;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses that people may be sent to. */
public final class Links {
  private Links() {}

  /** The address where it is one of the web, else null: no {@code javascript:}, no blanks. */
  public static @Nullable String web(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI parsed = new URI(address);
      String scheme = String.valueOf(parsed.getScheme());
      boolean web = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
      return web && parsed.getHost() != null ? parsed.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
