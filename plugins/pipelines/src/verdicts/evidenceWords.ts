import { Verdict } from '@techflow/backstage-plugin-pipelines-common';
import { countWords, figureWords, numberWords } from '../figures';
import { hoursWords, instantWords, periodWords } from '../time';
import { changeShare } from './changeShare';
import { limitWords } from './limitWords';
import { ageOf, Judged, NOTHING_WORDS, VerdictReading } from './reading';

function listOf(names: readonly string[], reading: VerdictReading): string {
  return names.map(name => reading.metricName?.(name) ?? name).join(', ');
}

function attemptWords({ evidence }: Judged<'run'>): string[] {
  const { attempts, failed } = evidence;
  if (attempts < 2 && !failed) return [];
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return [failed ? `${tries}, ${failed} of them failed.` : `${tries}.`];
}

function runWords(verdict: Judged<'run'>, reading: VerdictReading): string[] {
  const { state, reason, evidence } = verdict;
  const { endedAt, dueAt, lateByMs, lacks = [] } = evidence;
  const at = (iso: string) => instantWords(iso, reading);
  const due = at(dueAt);
  const ended = endedAt ? ` ended ${at(endedAt)}` : ' came';
  const missing = lacks.length
    ? [`The run lacks ${listOf(lacks, reading)}.`]
    : [];
  const lead = (): string => {
    if (state === 'met')
      return `A good run${ended}, on time: it was due ${due}.`;
    // What is excluded is not judged: it is only said what there was.
    if (state === 'excluded' && !reason) {
      return endedAt
        ? `A run${ended}; it was due ${due}.`
        : `A run was due ${due}.`;
    }
    if (state !== 'missed' && state !== 'excluded') {
      return (
        {
          failed: `The last run failed. A good one is due ${due}.`,
          incomplete: `The last run was not complete. A good one is due ${due}.`,
          running: `A run is under way. It is due ${due}.`,
        }[String(reason)] ?? `No good run yet. It is due ${due}.`
      );
    }
    switch (reason) {
      case 'late': {
        const by = lateByMs === undefined ? '' : ` by ${hoursWords(lateByMs)}`;
        return `A good run${ended}, late${by}: it was due ${due}.`;
      }
      case 'failed':
        return `No good run came by ${due}: the last one failed.`;
      case 'incomplete':
        return `No complete run came by ${due}.`;
      case 'running':
        return `A run had begun, and had not ended by ${due}.`;
      default:
        return `No run came by ${due}.`;
    }
  };
  return [lead(), ...missing, ...attemptWords(verdict)];
}

function ageWords({ evidence }: Judged<'age'>, reading: VerdictReading) {
  const { newest, source, maxAgeMs, isClamped } = evidence;
  const age = hoursWords(ageOf(evidence, reading));
  const verb = reading.until === undefined ? 'is' : 'was';
  const by =
    source === 'watermark'
      ? 'Read from the timestamp of the newest data.'
      : 'Read from the end of the last good run.';
  return [
    `The newest data ${verb} of ${instantWords(
      newest,
      reading,
    )}: ${age} old, where ${hoursWords(maxAgeMs)} are allowed.`,
    by,
    ...(isClamped
      ? [
          "The sender's clock was ahead; the time at which we received it is taken.",
        ]
      : []),
  ];
}

function changeWords(
  { reason, evidence }: Judged<'change'>,
  reading: VerdictReading,
) {
  const { value, before, period, periodBefore } = evidence;
  const { now, figure = numberWords } = reading;
  const share = changeShare(value, before);
  const figures = `${periodWords(period, now)}: ${figure(value)}; ${periodWords(
    periodBefore,
    now,
  )}: ${figure(before)}.`;
  const moved = share && !reason?.startsWith('baseline') ? ` ${share}.` : '';
  return [
    `${figures}${moved}`.replace(/^./, c => c.toLocaleUpperCase('en-US')),
  ];
}

function spreadWords({ evidence }: Judged<'spread'>, reading: VerdictReading) {
  const { value, median, mad, samples, deviations } = evidence;
  const { figure = numberWords } = reading;
  const usual = mad
    ? `Usual is ${figure(median)}, from ${figure(
        median - deviations * mad,
      )} to ${figure(median + deviations * mad)}`
    : `Usual is ${figure(median)}`;
  return [
    `It was ${figure(value)}. ${usual}, by ${samples} figures before it.`,
  ];
}

function pairWords({ evidence }: Judged<'pair'>, reading: VerdictReading) {
  const { value, against, tolerance } = evidence;
  const { figure = numberWords } = reading;
  const allowed = tolerance
    ? `they may differ by ${numberWords(tolerance)} %`
    : 'they must be the same';
  return [`${figure(value)} against ${figure(against)}; ${allowed}.`];
}

function issueWords({ evidence }: Judged<'issue'>, reading: VerdictReading) {
  const { severity, startedAt, recoveredAt, dueAt } = evidence;
  const at = (iso: string) => instantWords(iso, reading);
  const mended = recoveredAt
    ? `It was mended ${at(recoveredAt)}.`
    : 'It is not mended yet.';
  return [
    `The trouble (${severity}) began ${at(
      startedAt,
    )} and was to be mended by ${at(dueAt)}. ${mended}`,
  ];
}

function reviewWords(
  { state, reason, evidence }: Judged<'review'>,
  reading: VerdictReading,
) {
  const { signedAt, dueAt } = evidence;
  const period = periodWords(evidence.period, reading.now);
  const due = instantWords(dueAt, reading);
  const signed = signedAt && instantWords(signedAt, reading);
  const said = {
    late: `${period} was signed ${signed ?? 'later'}, after it was due ${due}.`,
    failed: `${period} was found wrong ${
      signed ?? ''
    }. It can be signed until ${due}.`,
    unsigned: `${period} was not signed by ${due}.`,
  }[String(reason)];
  if (said) return [said.replace(/ \./, '.')];
  return [
    state === 'met'
      ? `${period} was signed ${signed ?? ''}, on time: it was due ${due}.`
      : `${period} is to be signed by ${due}.`,
  ];
}

function heardWords({ evidence }: Judged<'heard'>, reading: VerdictReading) {
  const { lastAt, silentForMs } = evidence;
  const last = lastAt
    ? `Last heard ${instantWords(lastAt, reading)}.`
    : 'Nothing was heard since this is watched.';
  return [`${last} It may be silent for ${hoursWords(silentForMs)}.`];
}

/** Where there is neither a figure nor a reason. */
const PLAIN_WORDS: Record<Verdict['state'], string[]> = {
  met: ['Nothing spoke against it.'],
  missed: ['It was not kept.'],
  'at-risk': ['It may be missed.'],
  pending: ['It is not decided yet.'],
  'no-data': ['Nothing was measured.'],
  'no-baseline': ['There is nothing to compare with yet.'],
  excluded: [],
};

function wordsOf(verdict: Verdict, reading: VerdictReading): string[] {
  const { evidence, reason } = verdict;
  const { figure = numberWords } = reading;
  switch (evidence.type) {
    case 'run':
      return runWords({ ...verdict, evidence }, reading);
    case 'age':
      return ageWords({ ...verdict, evidence }, reading);
    case 'share': {
      const { good, total, target } = evidence;
      const share = figureWords(good / total, { kind: 'share' });
      return [
        `${countWords(good, total)} are good (${share}); ${numberWords(
          target,
        )} % is promised.`,
      ];
    }
    case 'figure':
      return [
        `It was ${figure(evidence.value)}; it must be ${limitWords(
          evidence.limit,
          figure,
        )}.`,
      ];
    case 'change':
      return changeWords({ ...verdict, evidence }, reading);
    case 'spread':
      return spreadWords({ ...verdict, evidence }, reading);
    case 'pair':
      return pairWords({ ...verdict, evidence }, reading);
    case 'required':
      return [
        evidence.lacks.length
          ? `The run lacks ${listOf(evidence.lacks, reading)}.`
          : 'The run has all figures.',
      ];
    case 'heard':
      return heardWords({ ...verdict, evidence }, reading);
    case 'downtime': {
      const { length } = evidence.alertIds;
      return [
        length === 1
          ? 'An alert said that it was down.'
          : `${length} alerts said that it was down.`,
      ];
    }
    case 'issue':
      return issueWords({ ...verdict, evidence }, reading);
    case 'review':
      return reviewWords({ ...verdict, evidence }, reading);
    case 'error':
      return [`It could not be measured: ${evidence.error}`];
    default:
      return reason && NOTHING_WORDS[reason] ? [] : PLAIN_WORDS[verdict.state];
  }
}

/**
 * Why something stands as it does, in sentences with the figures by which it was
 * judged.
 */
export function evidenceWords(
  verdict: Verdict,
  reading: VerdictReading,
): string[] {
  const { state, reason, evidence } = verdict;
  const nothing = reason && NOTHING_WORDS[reason];
  const hasOwnWords = evidence.type === 'error';
  return [
    ...(state === 'excluded' ? ['This does not count: it is excluded.'] : []),
    ...wordsOf(verdict, reading),
    ...(nothing && !hasOwnWords ? [nothing.sentence] : []),
    ...(reason === 'holding'
      ? ['It is so, but not for long enough to warn yet.']
      : []),
  ];
}
