/** The variable that app-config.yaml reads the key of the tools from. */
const NAME = 'PIPELINES_TOOLS_TOKEN';

/** The key of a portal that is there to be tried: no secret, it only sends. */
const OF_THE_DEMO = 'key-of-the-demo-tools';

/** The key with which tools send to the portal. */
export function toolsToken(env = process.env) {
  return env[NAME] || OF_THE_DEMO;
}

/** The environment with a key for the tools, if it had none. */
export function withToolsToken(env) {
  return { ...env, [NAME]: toolsToken(env) };
}
