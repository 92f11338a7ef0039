// Generated from src/settings/rings.rs by `npm run emit`. Do not edit.

/** The operations that ring a phone. */
export const RINGS = ["calls.create", "calls.startWebSocketMedia"];
