/** The version of this package. The build replaces this file by one that has no other fields of the manifest. */

import manifest from "../package.json" with { type: "json" };

export const VERSION = manifest.version;
