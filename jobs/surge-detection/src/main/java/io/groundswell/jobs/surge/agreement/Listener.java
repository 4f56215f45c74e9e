package io.groundswell.jobs.surge.agreement;

import io.groundswell.domain.agreement.Heard;
import io.groundswell.domain.agreement.Hearing;
import io.groundswell.domain.agreement.Said;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Mention;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

final class Listener {
  private Listener() {}

  static Said said(Mention mention, Hearing hearing, long start) {
    Set<String> distinct = new LinkedHashSet<>(List.of(mention.words().split(" ")));
    distinct.remove("");
    String[] words = distinct.toArray(new String[0]);
    int[] hashes = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      String stem = words[i].length() > 6 ? words[i].substring(0, 6) : words[i];
      hashes[i] = stem.hashCode() * 0x9e3779b1;
      hashes[i] ^= hashes[i] >>> 15;
    }
    long voice = mention.author();
    for (Heard heard : hearing.heard) {
      if (heard.at() >= start - Buckets.HOUR && heard.voice() == mention.author()) {
        voice = ~mention.author();
      }
    }
    return new Said(mention.author(), voice, words, hashes);
  }
}
