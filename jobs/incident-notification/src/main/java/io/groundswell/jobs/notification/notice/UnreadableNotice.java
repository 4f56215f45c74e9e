package io.groundswell.jobs.notification.notice;

/** A record that is no update of an incident; says why in a few words. */
public final class UnreadableNotice extends Exception {
  private static final long serialVersionUID = 1;

  /** Says why. */
  public UnreadableNotice(String why) {
    super(why);
  }
}
