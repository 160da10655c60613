import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';

const useStyles = makeStyles(
  {
    // The stock name is a box; in a sentence it must break between its words,
    // and keep the comma that follows.
    root: { '& a > span': { display: 'inline' } },
  },
  { name: 'PipelinesEntityNames' },
);

/** What stands before the item at `index` of a list in a sentence. */
export function separator(
  index: number,
  count: number,
  conjunction: string,
): string {
  if (index === 0) return '';
  return index === count - 1 ? conjunction : ', ';
}

/** Links to entities by name, as a list in a sentence: "CFO, Risk Team". */
export function EntityNames(props: {
  refs: readonly string[];
  /** What stands before the last of several; a comma without it. */
  conjunction?: string;
}) {
  const { refs, conjunction = ', ' } = props;
  const classes = useStyles();
  return (
    <span className={classes.root}>
      {refs.map((ref, index) => (
        <Fragment key={ref}>
          {separator(index, refs.length, conjunction)}
          <EntityRefLink entityRef={ref} hideIcon />
        </Fragment>
      ))}
    </span>
  );
}
