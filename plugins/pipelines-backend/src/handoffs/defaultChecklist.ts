import { ChecklistItem } from '../database';

/** What is gone through in a handoff, until somebody writes a list of his own. */
export const defaultChecklist: readonly ChecklistItem[] = [
  { text: 'Open issues, and who works on them', done: false },
  { text: 'What to keep an eye on', done: false },
  { text: 'Changes of runbooks', done: false },
  { text: 'Access works for who takes over', done: false },
];
