/** Between what a property is of and what it says. */
export const BETWEEN = " — ";
