/**
 * What the repository asks for, read from the one place that states it.
 *
 * @param manifest - The root package.json: `engines.node` as "22 || 24" and
 *   `packageManager` as "yarn\@4.13.0", possibly with a hash behind a plus.
 */
export function wantedVersions(manifest) {
  return {
    nodeMajors: manifest.engines.node
      .split('||')
      .map(major => Number.parseInt(major, 10)),
    yarn: manifest.packageManager.match(/^yarn@([\d.]+)/)[1],
  };
}

function parse(version) {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim());
  return parts?.slice(1).map(Number);
}

/** Whether a `node --version` is one of the majors the repository is tested on. */
export function nodeFits(version, { nodeMajors }) {
  return nodeMajors.includes(parse(version)?.[0]);
}

/**
 * Whether a `yarn --version` can install this yarn.lock: the same major, and
 * not older, since an older Yarn 4 wants to rewrite a newer one's lockfile.
 */
export function yarnFits(version, wanted) {
  const found = parse(version);
  if (!found) return false;
  const [major, minor, patch] = parse(wanted.yarn);
  if (found[0] !== major) return false;
  return found[1] > minor || (found[1] === minor && found[2] >= patch);
}

/** The packages to fetch from the npm registry for what the machine lacks. */
export function packagesToFetch({ nodeMajors, yarn }, { hasNode, hasYarn }) {
  const packages = [];
  if (!hasNode) packages.push(`node@${Math.max(...nodeMajors)}`);
  if (!hasYarn) packages.push(`@yarnpkg/cli-dist@${yarn}`);
  return packages;
}
