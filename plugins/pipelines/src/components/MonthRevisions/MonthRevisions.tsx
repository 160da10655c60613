import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  Revision,
  ScoreMonth,
} from '@techflow/backstage-plugin-pipelines-common';
import { PromiseRow, scoreWords } from '../../verdicts';
import { PromiseInWords } from '../../hooks/usePromises';
import { useNow } from '../../hooks/useNow';
import { instantWords, monthName } from '../../time';
import { EntityNames } from '../EntityNames';
import { Instant } from '../Instant';

const useStyles = makeStyles(
  { list: { margin: 0, paddingLeft: '1.3em' } },
  { name: 'PipelinesMonthRevisions' },
);

/** Whether the month is closed, and what was changed after that. */
export function MonthRevisions(props: {
  month: ScoreMonth;
  revisions: Revision[];
  rows: PromiseRow<PromiseInWords>[];
}) {
  const { month, revisions, rows } = props;
  const classes = useStyles();
  const now = useNow();
  const name = monthName(month.month, now);
  const closes = instantWords(month.closesAt, { now });
  const figure = (revision: Revision, which: 'before' | 'after') => {
    const row = rows.find(({ id }) => id === revision.objective);
    const words = scoreWords(revision[which], row?.type ?? 'delivery');
    return [words.main, words.more[0]].filter(Boolean).join(', ');
  };
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {month.isClosed
          ? `${name} was closed on ${closes}. Data that comes later changes it only as a revision, listed here.`
          : `${name} closes on ${closes}. Until then, late data still changes it.`}
      </Text>
      {revisions.length > 0 && (
        <ul className={classes.list} aria-label={`Revisions of ${name}`}>
          {revisions.map(revision => (
            <li key={revision.id}>
              <Text>
                <Instant at={revision.at} timeZone={month.timeZone} now={now} />
                ,{' '}
                {rows.find(({ id }) => id === revision.objective)?.title ??
                  revision.objective}
                : {figure(revision, 'before')} → {figure(revision, 'after')}.{' '}
                {revision.reason}
                {revision.by && (
                  <>
                    , by <EntityNames refs={[revision.by]} />
                  </>
                )}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
