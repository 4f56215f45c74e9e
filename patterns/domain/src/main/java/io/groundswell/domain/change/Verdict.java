package io.groundswell.domain.change;

/** What is thought of a change when an incident is looked into. */
public enum Verdict {
  /** Its timing and what it changed speak so much against it that chance hardly explains it. */
  SUSPECT,
  /** It may be the cause; but such changes are frequent, or this one fits badly. */
  POSSIBLE,
  /** It is not the cause, and the reason is known. */
  RULED_OUT,
  /** It came after the onset and takes back what was changed before, or says that it is mended. */
  REMEDY
}
