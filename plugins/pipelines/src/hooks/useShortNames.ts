import { shortNames } from '../schedule';
import { useEntityNames } from './useEntityNames';

/** Names of people that fit into a narrow place, told apart among each other. */
export function useShortNames(
  refs: readonly string[],
): (ref: string) => string {
  const nameOf = useEntityNames(refs);
  const short = shortNames(refs.map(nameOf));
  return ref => {
    const index = refs.indexOf(ref);
    return index < 0 ? nameOf(ref) : short[index];
  };
}
