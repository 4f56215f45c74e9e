package io.groundswell.domain.catalogue;

/** How much a product matters to its owner; weighs in an incident's severity. */
public enum Importance {
  LOW,
  NORMAL,
  HIGH
}
