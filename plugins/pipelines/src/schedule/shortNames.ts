function withoutCommonWords(names: string[][]): string[][] {
  const [first, ...others] = names;
  if (!first || !others.length) return names;
  const isCommon = (place: number) =>
    names.every(
      words => words.length > place + 1 && words[place] === first[place],
    );
  let common = 0;
  while (isCommon(common)) common += 1;
  return names.map(words => words.slice(common));
}

/**
 * Names that fit into a narrow place and still tell people apart: what all have
 * in common is left out ("Data Engineer A" → "A"), then the first name is enough
 * ("Ada Lovelace" → "Ada") unless two share it.
 */
export function shortNames(names: readonly string[]): string[] {
  const words = withoutCommonWords(
    names.map(name => name.split(/\s+/).filter(Boolean)),
  );
  const firsts = words.map(([first]) => first ?? '');
  return words.map((all, index) =>
    firsts.indexOf(firsts[index]) === firsts.lastIndexOf(firsts[index])
      ? firsts[index]
      : all.join(' '),
  );
}
