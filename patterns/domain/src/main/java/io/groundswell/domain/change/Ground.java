package io.groundswell.domain.change;

/** Why a verdict on a change is what it is. */
public enum Ground {
  /** It was made shortly before, it fits, and such changes are rare. */
  NEAR_AND_RARE,
  /** It was made before, but such changes are frequent, or it fits badly. */
  NOT_TELLING,
  /** The surge had begun before. */
  TOO_LATE,
  /** It was made where nobody complains. */
  ELSEWHERE,
  /** It changed a product that does not surge, and on which none that does depends. */
  OTHER_PRODUCT,
  /** It was taken back before the surge began. */
  TAKEN_BACK,
  /** It takes back what was changed before. */
  TAKES_BACK,
  /** It says that something works again. */
  MENDED
}
