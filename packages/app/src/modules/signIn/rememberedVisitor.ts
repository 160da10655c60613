import { Person, Visitor } from './visitor';

const STORAGE_KEY = 'techflow:sign-in:visitor';

/** Keeps the choice over reloads, until the visitor signs out. */
export function rememberVisitor(visitor: Visitor) {
  localStorage.setItem(
    STORAGE_KEY,
    visitor === 'guest' ? visitor : visitor.ref,
  );
}

export function forgetVisitor() {
  localStorage.removeItem(STORAGE_KEY);
}

/** The choice of the last visit, if there still is such a person. */
export function rememberedVisitor(people: Person[]): Visitor | undefined {
  const remembered = localStorage.getItem(STORAGE_KEY);
  return remembered === 'guest'
    ? remembered
    : people.find(person => person.ref === remembered);
}
