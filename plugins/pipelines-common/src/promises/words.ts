/** Small turns of phrase that promises and monitors share. */

const NO_BREAK_SPACE = '\u00a0';

/** `99.9` → "99.9 %", the space being one at which no line breaks. */
export function percentWords(share: number): string {
  return `${numberWords(share)}${NO_BREAK_SPACE}%`;
}

/** `10000` → "10,000". */
export function numberWords(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** "a, b and c". */
export function listWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** `kafka.consumer-lag` → "kafka consumer lag". */
export function metricWords(metric: string): string {
  return metric.replace(/[._-]+/g, ' ');
}

/** "investors" → "investors'", "finance" → "finance's". */
export function possessive(words: string): string {
  return words.endsWith('s') ? `${words}'` : `${words}'s`;
}

export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
