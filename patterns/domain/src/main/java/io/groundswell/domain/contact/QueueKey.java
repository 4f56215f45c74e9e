package io.groundswell.domain.contact;

/**
 * Keys of what is counted in the support queue: the subject's key behind a mark that no product id
 * can hold, as in {@code support:firefox@IT}. So complaints and contacts about one subject are
 * counted and scored apart, each against its own baseline, by the same rules.
 */
public final class QueueKey {
  private static final String MARK = "support:";

  private QueueKey() {}

  /** The queue's key of a subject. */
  public static String of(String subject) {
    return MARK + subject;
  }

  /** Whether the key is the queue's. */
  public static boolean is(String key) {
    return key.startsWith(MARK);
  }

  /** Key of the subject that a key of the queue, or a subject's own key, is about. */
  public static String subject(String key) {
    return is(key) ? key.substring(MARK.length()) : key;
  }
}
