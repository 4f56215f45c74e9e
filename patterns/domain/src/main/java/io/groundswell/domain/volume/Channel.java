package io.groundswell.domain.volume;

/**
 * What is counted: complaints, and apart from them what stands beside them. A subject's key in
 * another channel has that channel's mark before it, which no product id can hold, as in {@code
 * support:firefox@IT}. So each is counted and scored by the same rules, against its own baseline;
 * but complaints alone share the alarm budget, have seasons that others begin with, and are written
 * to the volumes.
 */
public enum Channel {
  /** Complaints, under the subject's own key. */
  COMPLAINTS(""),
  /** The support queue's contacts. */
  SUPPORT("support:"),
  /** Posts about a product that add no voice: copies, repeats, one link or phone number. */
  ECHO("echo:"),
  /** Posts about a product that are no complaints: one in {@link #CHATTER_SAMPLE} of them. */
  CHATTER("chatter:"),
  /** That a feed is blind, which is told and not counted. */
  BLIND("blind:");

  /** To know how much chatter there is, one post in so many suffices. */
  public static final int CHATTER_SAMPLE = 2;

  private static final Channel[] MARKED = {SUPPORT, ECHO, CHATTER, BLIND};

  private final String mark;

  Channel(String mark) {
    this.mark = mark;
  }

  /** The key of a subject in this channel. */
  public String key(String subject) {
    return mark + subject;
  }

  /** Whether a key is of this channel. */
  public boolean holds(String key) {
    return of(key) == this;
  }

  /** The channel of a key. */
  public static Channel of(String key) {
    for (Channel channel : MARKED) {
      if (key.startsWith(channel.mark)) {
        return channel;
      }
    }
    return COMPLAINTS;
  }

  /** Key of the subject that a key of any channel is about. */
  public static String subject(String key) {
    return key.substring(of(key).mark.length());
  }
}
