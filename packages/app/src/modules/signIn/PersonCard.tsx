import { Avatar } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Person } from './visitor';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--bui-space-4)',
    width: '100%',
    height: '100%',
    padding: 'var(--bui-space-4)',
    border: '1px solid var(--bui-border-1)',
    borderRadius: 'var(--bui-radius-3)',
    background: 'var(--bui-bg-neutral-1)',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { borderColor: 'var(--bui-accent-bg)' },
    '&:focus-visible': {
      outline: '2px solid var(--bui-ring)',
      outlineOffset: 2,
    },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

/** A button as large as a card: @backstage/ui's own hides the button in it. */
export const PersonCard = (props: { person: Person; onPick: () => void }) => {
  const classes = useStyles();
  const { person, onPick } = props;

  return (
    <button type="button" className={classes.card} onClick={onPick}>
      {/* Its initials would be read out before the name. */}
      <span aria-hidden="true">
        <Avatar
          displayName={person.title}
          customStyles={{
            width: 40,
            height: 40,
            fontSize: 16,
            // Its own pick, by a hash of the name, can be white on cyan.
            backgroundColor: 'var(--bui-accent-bg)',
            color: 'var(--bui-accent-fg)',
          }}
        />
      </span>
      <span className={classes.words}>
        <Text as="span" variant="body-large" weight="bold">
          {person.title}
        </Text>{' '}
        <Text as="span" variant="body-medium" color="secondary">
          {person.role}
        </Text>
      </span>
    </button>
  );
};
