/** A handset's position and a call belong together when they are no farther apart than this. */
export const AML_WINDOW_MIN = 10;
