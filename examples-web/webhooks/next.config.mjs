// @ts-check
/** Next.js: the SQLite driver has a native part, which is not bundled. */
export default { serverExternalPackages: ["libsql"] };
