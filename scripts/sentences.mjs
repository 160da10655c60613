/**
 * A failure whose message is one clear sentence for the person at the
 * keyboard; `details` is raw output shown beneath it. No stack is printed.
 */
export class Sentence extends Error {
  constructor(message, details = '') {
    super(message);
    this.name = 'Sentence';
    this.details = details;
  }
}

const TAIL_LINES = 20;

/** The end of a command's output: where tools put the error that stopped them. */
export function tail(output, lines = TAIL_LINES) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

// The first match wins. A full disk comes before the network, as an aborted
// write also ends downloads; the lockfile comes last, as Yarn may report it
// on top of a failed download.
const CAUSES = [
  {
    pattern: /\bENOSPC\b|no space left on device/i,
    sentence: 'the disk is full: free some space and run the command again.',
  },
  {
    pattern:
      /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|CERT_UNTRUSTED|unable to get local issuer certificate/i,
    sentence:
      "Node does not trust the network's certificate: point NODE_EXTRA_CA_CERTS at your company's certificate file.",
  },
  {
    pattern:
      /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b|socket hang up/,
    sentence:
      'the npm registry cannot be reached: check the network connection or the proxy settings.',
  },
  {
    pattern: /\b(EACCES|EPERM|EROFS)\b/,
    sentence:
      'this user may not write to the folder of the repository: check who owns it.',
  },
  {
    pattern: /\bYN0028\b/,
    sentence:
      'yarn.lock does not match a package.json: run `yarn install` and commit the new yarn.lock.',
  },
];

/**
 * Says why a command failed, from what it printed.
 *
 * @param what - What was being done, as the start of the sentence.
 * @param output - Everything the command printed.
 */
export function explain(what, output) {
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  const reason = cause?.sentence ?? 'the end of its output says why.';
  return new Sentence(`${what} failed: ${reason}`, tail(output));
}
