package io.groundswell.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What servers of this machine say. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  private static HttpResponse<String> ask(String address) throws IOException {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body; empty where nobody answers. */
  static String text(String address) {
    try {
      return ask(address).body();
    } catch (IOException nobody) {
      return "";
    }
  }

  /** The status; 0 where nobody answers. */
  static int status(String address) {
    try {
      return ask(address).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }
}
