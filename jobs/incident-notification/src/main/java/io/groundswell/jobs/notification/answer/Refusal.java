package io.groundswell.jobs.notification.answer;

/** Why a call is not taken, for the caller. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  Refusal(int status, String why) {
    super(why);
    this.status = status;
  }

  int status() {
    return status;
  }
}
