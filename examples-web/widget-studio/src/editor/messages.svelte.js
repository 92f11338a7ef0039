/** What to say about an issue to the person at the form. */

export const messageOf = (issue) => issue.label ?? issue.message;
