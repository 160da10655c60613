import { Button, Card, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { PersonCard } from './PersonCard';
import { Person, Visitor } from './visitor';

const useStyles = makeStyles({
  people: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    gridAutoRows: '1fr',
    gap: 'var(--bui-space-4)',
    listStyle: 'none',
    padding: 0,
    margin: 'var(--bui-space-6) 0 var(--bui-space-8)',
  },
  guest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-4)',
    padding: 'var(--bui-space-1)',
  },
});

/** Everybody a visitor may be, and the guest, who is always there. */
export const VisitorPicker = (props: {
  people: Person[];
  onPick: (visitor: Visitor) => void;
}) => {
  const classes = useStyles();
  const { people, onPick } = props;

  return (
    <>
      {people.length > 0 && (
        <section aria-labelledby="sign-in-people">
          <Text id="sign-in-people" as="h2" variant="title-small">
            Who are you today?
          </Text>
          <Text as="p" variant="body-large" color="secondary">
            You see and may do what this person sees and may do.
          </Text>
          <ul className={classes.people}>
            {people.map(person => (
              <li key={person.ref}>
                <PersonCard person={person} onPick={() => onPick(person)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Card>
        <section aria-labelledby="sign-in-guest" className={classes.guest}>
          <div>
            <Text id="sign-in-guest" as="h2" variant="body-large" weight="bold">
              Just looking
            </Text>
            <Text as="p" variant="body-medium" color="secondary">
              As a guest you see everything and change nothing.
            </Text>
          </div>
          <Button variant="primary" onPress={() => onPick('guest')}>
            Enter
          </Button>
        </section>
      </Card>
    </>
  );
};
