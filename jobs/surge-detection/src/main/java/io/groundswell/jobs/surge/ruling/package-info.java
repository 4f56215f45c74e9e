/**
 * How what people rule reaches the operators of a running job, so that all of them change at the
 * same moment of event time, and again in every replay.
 *
 * <p>The clock's writer is the one place that already puts everything in order, so it takes up
 * rulings as well: a tick carries one, and holds them in the clock's topic for whoever replays it.
 * Each reader hands a tick's ruling on behind the posts of that tick and before its watermark, a
 * copy for every subtask. Channels keep their order, so whoever hears a post that was read after
 * the tick has heard of the ruling from the same reader before: nothing has to wait, and nobody
 * asks. A post is judged by what began before the tick with which it was read ({@link
 * io.groundswell.jobs.surge.ruling.HeardRulings}). Operators that decide at the end of a bucket are
 * told by way of {@link io.groundswell.jobs.surge.ruling.TakeRulings}, ahead of the watermark of
 * any bucket that ends after the ruling, and decide by what began before that end ({@link
 * io.groundswell.jobs.surge.ruling.ToldRulings}, {@link
 * io.groundswell.jobs.surge.ruling.KeptRulings}).
 *
 * <p>Rulings of a kind are numbered, so that one which comes again, from another reader or after a
 * restart, changes nothing; and of those that are replaced nothing is kept once the watermark has
 * passed their end.
 */
package io.groundswell.jobs.surge.ruling;
