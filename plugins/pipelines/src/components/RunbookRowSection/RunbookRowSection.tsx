import { CopyTextButton, Link } from '@backstage/core-components';
import { Flex, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { RunbookRow } from '@techflow/backstage-plugin-pipelines-common';
import { useEffect, useRef } from 'react';
import { useHref, useLocation } from 'react-router-dom';
import { EntityNames } from '../EntityNames';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      borderTop: `1px solid ${theme.palette.divider}`,
      // To the edges of the card, so that a marked row is a band across it.
      margin: '0 calc(-1 * var(--bui-space-3, 12px))',
      padding: `${theme.spacing(2)}px var(--bui-space-3, 12px)`,
      // Keeps clear of headers that stay in place while the page scrolls.
      scrollMarginTop: theme.spacing(8),
      '&:focus': { outline: 'none' },
    },
    called: { backgroundColor: alpha(theme.palette.primary.main, 0.1) },
    // The stock icon is made for buttons that stand alone.
    copy: { '& svg': { width: 16, height: 16 } },
    parts: {
      display: 'grid',
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      gap: theme.spacing(3),
      marginTop: theme.spacing(1),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(1.5),
      },
    },
    heading: {
      color: theme.palette.text.secondary,
      fontSize: 11,
      fontWeight: 600,
      letterSpacing: '0.05em',
      margin: theme.spacing(0, 0, 0.5),
      textTransform: 'uppercase',
    },
    actions: { margin: 0, paddingLeft: '1.4em', lineHeight: 1.5 },
    title: { color: 'inherit', fontWeight: 600 },
  }),
  { name: 'PipelinesRunbookRow' },
);

/** One trouble of a runbook. The address `…#its-id` scrolls to it and marks it. */
export function RunbookRowSection(props: {
  row: RunbookRow;
  /** Full references of `row.escalateTo`. */
  escalateTo: string[];
}) {
  const { row, escalateTo } = props;
  const classes = useStyles();
  const root = useRef<HTMLElement>(null);
  const { pathname, hash, key } = useLocation();
  const anchor = `#${row.id}`;
  const href = useHref({ pathname, hash: anchor });
  const isCalled = hash === anchor;

  // `key` changes with each navigation: a second click on a link to the row that
  // is already in the address brings it into view again.
  useEffect(() => {
    if (!isCalled) return;
    root.current?.scrollIntoView({ block: 'start' });
    root.current?.focus({ preventScroll: true });
  }, [isCalled, key]);

  return (
    <section
      ref={root}
      id={row.id}
      tabIndex={-1}
      aria-label={row.title}
      aria-current={isCalled ? 'location' : undefined}
      className={`${classes.root} ${isCalled ? classes.called : ''}`}
    >
      <Flex align="center" gap="1">
        <Text as="h4">
          <Link to={anchor} className={classes.title}>
            {row.title}
          </Link>
        </Text>
        <span className={classes.copy}>
          <CopyTextButton
            text={new URL(href, window.location.origin).toString()}
            tooltipText="Link copied"
            aria-label={`Copy link to ${row.title}`}
            variant="tertiary"
          />
        </span>
      </Flex>
      <div className={classes.parts}>
        <div>
          <h5 className={classes.heading}>Symptom</h5>
          <Text as="p">{row.symptom}</Text>
        </div>
        <div>
          <h5 className={classes.heading}>Action</h5>
          <ol className={classes.actions}>
            {row.actions.map(action => (
              <li key={action}>
                <Text>{action}</Text>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h5 className={classes.heading}>Escalation</h5>
          <Text as="p">{row.escalation}</Text>
          {escalateTo.length > 0 && (
            <Text as="p" variant="body-small">
              <EntityNames refs={escalateTo} />
            </Text>
          )}
        </div>
      </div>
    </section>
  );
}
