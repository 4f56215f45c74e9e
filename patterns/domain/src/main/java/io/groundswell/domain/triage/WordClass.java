package io.groundswell.domain.triage;

/** What a word or phrase of a lexicon says, in any language. */
enum WordClass {
  /** not, never, without */
  NEGATION(0),
  /** work, load, arrive: what a healthy product does; negated, a fault */
  FUNCTION(1),
  /** broken, error, failed */
  FAULT(2),
  /** down, offline, outage */
  OUTAGE(3),
  /** can't, unable to */
  CANNOT(4),
  /** ridiculous, worst, unacceptable */
  ANGER(5),
  /** late, waiting, stuck */
  DELAY(6),
  /** lost, missing, disappeared */
  LOSS(7),
  /** refund, charged twice, overpriced */
  MONEY(8),
  /** rude, ignored, on hold */
  SERVICE(9),
  /** cancelled */
  CANCEL(10),
  /** login, password, locked out */
  ACCESS(11),
  /** slow, lag, freezes */
  SLOW(12),
  /** update, new version */
  CHANGE(13),
  /** help, please fix */
  PLEA(14),
  /** dirty, damaged, cold */
  QUALITY(15),
  /** great, love, best */
  PRAISE(16),
  /** thanks */
  THANKS(17),
  /** giveaway, discount, follow us */
  ADVERT(18),
  /** hiring, vacancy */
  JOB(19),
  /** how do I, is there a way */
  HOW_TO(20),
  /** breaking, police, minister */
  NEWS(21),
  /** haha, lol */
  FUN(22),
  /** I, my, we */
  FIRST_PERSON(23),
  /** you, your */
  SECOND_PERSON(24),
  /** still, again, for hours */
  PERSISTENCE(25),
  /** anyone else, is it just me */
  ANYONE_ELSE(26),
  /** the, and, with: says nothing alone, and is the style of long texts */
  FILLER(27);

  private final int bit;

  /** The place is part of the learned weights: a class keeps it for good. */
  WordClass(int place) {
    this.bit = 1 << place;
  }

  /** This class as one bit of a set of classes. */
  int bit() {
    return bit;
  }
}
