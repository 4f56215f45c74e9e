/* Times the study's prototype in process: reads counts as 32-bit integers, prints nanoseconds of CPU and the sum of evidence. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "reference_prototype.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int arguments, char **argument) {
  FILE *file = arguments == 2 ? fopen(argument[1], "rb") : NULL;
  if (!file || fseek(file, 0, SEEK_END)) return 1;
  size_t buckets = ftell(file) / sizeof(int32_t);
  rewind(file);
  int32_t *counts = malloc(buckets * sizeof(int32_t));
  if (!counts || fread(counts, sizeof(int32_t), buckets, file) != buckets || !buckets) return 1;

  static float flat[168];
  for (int hour = 0; hour < 168; hour++) flat[hour] = 1;
  PROF = flat;
  cfg_init();
  static Key key;
  key_init(&key, counts[0] + 0.5, CF.a0);

  double sum = 0, begun = now();
  for (size_t i = 0; i < buckets; i++) sum += step(&key, (double)i, 1, counts[i]);
  printf("%.0f %.17g\n", now() - begun, sum);
  return 0;
}
