/** What fits on a wall, for forms and the server alike; apart from the schemas, which screens have no use for. */
export const LONGEST_MESSAGE = 200;
export const LONGEST_WARNING = 500;
/** Of an alert's XML, in characters; one with the outlines of a whole province has a tenth of that. */
export const LONGEST_CAP = 90_000;
/** More than so many at once nobody reads. */
export const MOST_PINS = 6;
export const MOST_WARNINGS = 12;
/** A warning is for hours, not for good. */
export const LONGEST_WARNING_DAYS = 14;
