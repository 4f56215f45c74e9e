package io.groundswell.domain.pattern;

import java.io.Serializable;

/**
 * One stage of a pattern.
 *
 * @param name its name, unique in the pattern; part of a savepoint
 * @param follows how it comes after the stage before it
 * @param where what a bucket has to be to be of it
 * @param often how many of them make it
 */
public record StageRule(String name, Follows follows, Condition where, HowOften often)
    implements Serializable {}
