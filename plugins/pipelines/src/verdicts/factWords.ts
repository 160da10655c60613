import { Verdict } from '@techflow/backstage-plugin-pipelines-common';
import { countWords, numberWords } from '../figures';
import { hoursWords, periodWords, timeLeft } from '../time';
import { changeShare } from './changeShare';
import {
  ageOf,
  dueWords,
  Judged,
  NOTHING_WORDS,
  VerdictReading,
} from './reading';
import { STATE_LOOKS } from './stateLooks';

function runFact({ state, reason, evidence }: Judged<'run'>, now: number) {
  const { dueAt, lateByMs } = evidence;
  if (state === 'met') return 'on time';
  const isMissed = state === 'missed';
  switch (reason) {
    case 'late':
      return lateByMs === undefined
        ? 'late'
        : `late by ${hoursWords(lateByMs)}`;
    case 'absent':
      return 'no run came';
    case 'failed':
      return isMissed ? 'run failed' : `failed, ${dueWords(dueAt, now)}`;
    case 'incomplete':
      return isMissed
        ? 'figures missing'
        : `incomplete, ${dueWords(dueAt, now)}`;
    case 'running':
      return isMissed ? 'not ended in time' : `runs, ${dueWords(dueAt, now)}`;
    default:
      return dueWords(dueAt, now);
  }
}

function issueFact({ state, evidence }: Judged<'issue'>, now: number) {
  const { startedAt, recoveredAt, dueAt } = evidence;
  const due = Date.parse(dueAt);
  if (recoveredAt !== undefined) {
    const recovered = Date.parse(recoveredAt);
    return state === 'missed'
      ? `mended late by ${hoursWords(recovered - due)}`
      : `mended in ${hoursWords(recovered - Date.parse(startedAt))}`;
  }
  return state === 'missed' || now > due
    ? 'not mended'
    : `${hoursWords(due - now)} left`;
}

function reviewFact(
  { state, reason, evidence }: Judged<'review'>,
  now: number,
) {
  const period = periodWords(evidence.period, now);
  if (state === 'met') return `${period} signed`;
  if (reason === 'late') return `${period} signed late`;
  if (reason === 'failed') return `${period} found wrong`;
  return state === 'missed'
    ? `${period} not signed`
    : `${period} ${dueWords(evidence.dueAt, now)}`;
}

function pairFact({ state, evidence }: Judged<'pair'>) {
  const { value, against } = evidence;
  if (state === 'met') return 'agree';
  const share = changeShare(value, against);
  return share ?? `differ by ${numberWords(Math.abs(value - against))}`;
}

function heardFact({ state, evidence }: Judged<'heard'>, now: number) {
  const { lastAt } = evidence;
  if (lastAt === undefined) return 'never heard';
  const ago = timeLeft(Math.max(0, now - Date.parse(lastAt)));
  return state === 'missed' ? `silent for ${ago}` : `heard ${ago} ago`;
}

function factOf(verdict: Verdict, reading: VerdictReading): string {
  const { state, evidence } = verdict;
  const { now, figure = numberWords } = reading;
  switch (evidence.type) {
    case 'run':
      return runFact({ ...verdict, evidence }, now);
    case 'age':
      return `${hoursWords(ageOf(evidence, reading))} old`;
    case 'share':
      return countWords(evidence.good, evidence.total);
    case 'figure':
      return figure(evidence.value);
    case 'change':
      return (
        changeShare(evidence.value, evidence.before) ?? figure(evidence.value)
      );
    case 'spread':
      return state === 'met' ? 'normal' : figure(evidence.value);
    case 'pair':
      return pairFact({ ...verdict, evidence });
    case 'required': {
      const { length } = evidence.lacks;
      return length ? `${length} missing` : 'all there';
    }
    case 'heard':
      return heardFact({ ...verdict, evidence }, now);
    case 'downtime':
      return 'down';
    case 'issue':
      return issueFact({ ...verdict, evidence }, now);
    case 'review':
      return reviewFact({ ...verdict, evidence }, now);
    case 'error':
      return 'not measured';
    default:
      return STATE_LOOKS[state].word;
  }
}

/** States in which the reason says more than the figures do. */
const WITHOUT_FIGURES: readonly Verdict['state'][] = ['no-data', 'no-baseline'];

/**
 * How a promise or monitor stands in a few words that fit into a chip: "3 h old",
 * "late by 2 h 10 min", "October not signed", "−12.4 %".
 */
export function factWords(verdict: Verdict, reading: VerdictReading): string {
  const { state, reason } = verdict;
  if (state === 'excluded') return STATE_LOOKS.excluded.word;
  const nothing = reason && NOTHING_WORDS[reason];
  if (nothing && WITHOUT_FIGURES.includes(state)) return nothing.fact;
  return factOf(verdict, reading);
}
