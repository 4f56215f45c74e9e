package io.groundswell.domain.report;

import io.groundswell.domain.voice.Quote;
import java.util.List;

/**
 * A complaint as one of many: what can be shown of it, and which words it uses. Flat, since it is
 * operator state.
 *
 * @param at event time, epoch milliseconds
 * @param identity 64-bit hash of the post's source and id
 * @param voice whose words it has: no two reports of an incident have the same
 * @param subjects keys of every subject that it is about
 * @param linked whether it leads somewhere: a link or a telephone number
 * @param quote what can be shown of it
 * @param words its distinct words in the order of their first use, those of three letters or more;
 *     none in scripts that have no spaces
 */
public record Report(
    long at,
    long identity,
    long voice,
    List<String> subjects,
    boolean linked,
    Quote quote,
    List<Word> words) {}
