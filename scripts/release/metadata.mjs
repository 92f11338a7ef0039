/** What registries and users need to know of the package, as far as files say. */

/** Fields of package.json and Cargo.toml that only the owner can fill in. */
export const missing = (manifest, cargo) => [
  ...["repository", "homepage", "bugs"]
    .filter((name) => !manifest[name])
    .map((name) => `package.json: ${name}`),
  ...["repository", "homepage"]
    .filter((name) => !new RegExp(`^${name} = ".+"`, "m").test(cargo))
    .map((name) => `Cargo.toml: ${name}`),
];

/** What is wrong with the version of a release: it must be the same everywhere, and be in the changelog. */
export const wrongVersion = ({ manifest, cargo, source, changelog }) => {
  const { version } = manifest;
  const wrong = [];
  const inCargo = /^version = "(.+)"/m.exec(cargo)?.[1];
  if (inCargo !== version) wrong.push(`Cargo.toml has the version ${inCargo}, package.json ${version}`);
  if (!source.includes(`"${version}"`)) wrong.push(`src/version.js does not have the version ${version}`);
  if (
    !new RegExp(`^## \\[${version.replaceAll(".", "\\.")}\\] - \\d{4}-\\d\\d-\\d\\d$`, "m").test(changelog)
  ) {
    wrong.push(`CHANGELOG.md has no section "## [${version}] - <date>"`);
  }
  return wrong;
};

const DAYS = 30;

/** What is wrong with the results of the matrix: each must be of this version, of the last thirty days, and no failure. */
export const staleMatrix = ({ packageVersion, results }, version, today = new Date()) => {
  if (packageVersion !== version) return [`the matrix is of version ${packageVersion}: npm run test:matrix`];
  return results.flatMap(({ name, how, date, status }) => {
    const days = Math.floor((today - new Date(date)) / 86_400_000);
    if (days > DAYS) return [`${name} (${how}) was tested ${days} days ago: npm run test:matrix`];
    return status === "failed" ? [`${name} (${how}) fails`] : [];
  });
};
