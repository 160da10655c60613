import {
  appTreeApiRef,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { useApi } from '@backstage/core-plugin-api';
import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Fragment } from 'react';

type Card = EntityContentLayoutProps['cards'][number];

const useStyles = makeStyles(
  (theme: Theme) => {
    const column = {
      display: 'flex',
      flexDirection: 'column' as const,
      gap: theme.spacing(3),
      minWidth: 0,
      // The stock card asks for the whole height of its parent.
      '& > *': { flexShrink: 0, height: 'auto' },
    };
    return {
      warnings: {
        ...column,
        gap: theme.spacing(2),
        marginBottom: theme.spacing(3),
        '&:empty': { display: 'none' },
      },
      root: {
        ...column,
        [theme.breakpoints.up('md')]: {
          display: 'grid',
          gridTemplateAreas: '"content first" "content rest"',
          gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
          gridTemplateRows: 'auto 1fr',
          alignItems: 'start',
        },
      },
      first: { ...column, gridArea: 'first' },
      content: { ...column, gridArea: 'content' },
      rest: { ...column, gridArea: 'rest' },
    };
  },
  { name: 'PipelinesOverviewLayout' },
);

/** Tells the cards of this plugin from others, which the layout is not told. */
function useIsOwnCard(): (card: Card) => boolean {
  const { tree } = useApi(appTreeApiRef).getTree();
  const cardNodes =
    tree.nodes
      .get('entity-content:catalog/overview')
      ?.edges.attachments.get('cards') ?? [];
  const ownElements = new Set(
    cardNodes
      .filter(node => node.spec.plugin.pluginId === 'pipelines')
      .map(node => node.instance?.getData(coreExtensionData.reactElement)),
  );
  return card => ownElements.has(card.element);
}

function Cards(props: { cards: Card[]; className: string }) {
  if (!props.cards.length) return null;
  return (
    <div className={props.className}>
      {props.cards.map((card, index) => (
        <Fragment key={card.element.key ?? index}>{card.element}</Fragment>
      ))}
    </div>
  );
}

/**
 * Overview of our kinds. As the stock layout, but our own cards come before the
 * others of their column: who is on call before About, promises before the
 * graph of relations. On a narrow screen: on call, promises, then the rest.
 */
export function OverviewLayout({ cards }: EntityContentLayoutProps) {
  const classes = useStyles();
  const isOwn = useIsOwnCard();
  const own = cards.filter(isOwn);
  const others = cards.filter(card => !isOwn(card));
  const isInfo = (card: Card) => card.type === 'info';
  const isContent = (card: Card) => !isInfo(card);
  return (
    <>
      <div className={classes.warnings}>
        <EntitySwitch>
          <EntitySwitch.Case if={isOrphan}>
            <EntityOrphanWarning />
          </EntitySwitch.Case>
        </EntitySwitch>
        <EntitySwitch>
          <EntitySwitch.Case if={hasRelationWarnings}>
            <EntityRelationWarning />
          </EntitySwitch.Case>
        </EntitySwitch>
        <EntitySwitch>
          <EntitySwitch.Case if={hasCatalogProcessingErrors}>
            <EntityProcessingErrorsPanel />
          </EntitySwitch.Case>
        </EntitySwitch>
      </div>
      <div className={classes.root}>
        <Cards cards={own.filter(isInfo)} className={classes.first} />
        <Cards
          cards={[...own.filter(isContent), ...others.filter(isContent)]}
          className={classes.content}
        />
        <Cards cards={others.filter(isInfo)} className={classes.rest} />
      </div>
    </>
  );
}
