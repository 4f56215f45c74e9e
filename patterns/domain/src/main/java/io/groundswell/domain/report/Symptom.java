package io.groundswell.domain.report;

/**
 * A word or a phrase that sets the posts of a surge apart.
 *
 * @param term as people write it
 * @param lift how many times as common it is among them as among the subject's past complaints
 * @param share of the surge's reports in its language that use it, 0 to 1
 * @param lang primary language subtag of the reports that use it; empty where unknown
 * @param reports how many use it
 * @param surprise how unlikely so many would be if it were as common as usual: twice the logarithm
 *     of the likelihood ratio, of chi-squared with one degree of freedom where nothing is unusual
 * @param known whether complaints of any product are known to use such words
 */
public record Symptom(
    String term,
    double lift,
    double share,
    String lang,
    int reports,
    double surprise,
    boolean known) {}
