import { Flex, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import {
  EscalationContact,
  EscalationRole,
  EscalationStep,
} from '../../entities';
import { EntityNames } from '../EntityNames';
import { Person } from '../Person';

const useStyles = makeStyles(
  (theme: Theme) => ({
    steps: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
      gap: theme.spacing(3),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    when: {
      border: `1px solid ${alpha(theme.palette.text.primary, 0.25)}`,
      borderRadius: 4,
      display: 'inline-block',
      fontSize: 12,
      padding: '1px 8px',
    },
  }),
  { name: 'PipelinesEscalationSteps' },
);

/** What each role is called: for one pipeline, for any, and when nobody has it. */
const ROLES: Record<
  EscalationRole,
  { here: string; anywhere: string; nobody: string }
> = {
  'on-call': {
    here: 'on call now',
    anywhere: 'Whoever is on call',
    nobody: 'Nobody is on call now',
  },
  'primary-owner': {
    here: 'primary owner of this pipeline',
    anywhere: 'Primary owner of the pipeline',
    nobody: 'No primary owner',
  },
  'secondary-owner': {
    here: 'secondary owner of this pipeline',
    anywhere: 'Secondary owner of the pipeline',
    nobody: 'No secondary owner',
  },
  stakeholders: {
    here: 'stakeholder of this pipeline',
    anywhere: 'Business stakeholders of the pipeline',
    nobody: 'No stakeholders',
  },
};

function Contact(props: {
  contact: EscalationContact;
  isResolved: boolean;
  isOnCallUnknown: boolean;
}) {
  const { refs, role, condition, pipelines } = props.contact;
  const isUnknown = role === 'on-call' && props.isOnCallUnknown;
  const only = condition && `for ${condition}`;
  const ofPipelines = pipelines && !props.isResolved && (
    <>
      {' '}
      of <EntityNames refs={pipelines} />
    </>
  );
  if (!refs.length && role) {
    return (
      <Text as="p" color={props.isResolved ? 'secondary' : 'primary'}>
        {isUnknown && 'Who is on call is not known now'}
        {!isUnknown &&
          (props.isResolved ? ROLES[role].nobody : ROLES[role].anywhere)}
        {only && `, ${only}`}
        {ofPipelines}
      </Text>
    );
  }
  const asRole = role && ROLES[role].here;
  return (
    <>
      {refs.map(ref => (
        <Person key={ref} entityRef={ref}>
          {(asRole || only || ofPipelines) && (
            <>
              {[asRole, only].filter(Boolean).join(', ')}
              {ofPipelines}
            </>
          )}
        </Person>
      ))}
    </>
  );
}

/** Who is told when something breaks, level by level. */
export function EscalationSteps(props: {
  steps: EscalationStep[];
  /** Whether roles are already resolved for one pipeline. */
  isResolved: boolean;
  /** Whether it could not be found out who is on call. */
  isOnCallUnknown?: boolean;
}) {
  const classes = useStyles();
  return (
    <ol className={classes.steps}>
      {props.steps.map((step, index) => (
        <li key={step.name}>
          <Flex direction="column" gap="3">
            <div>
              <span className={classes.when}>
                Level {index + 1} · {step.after}
              </span>
              <Text as="div" weight="bold" style={{ marginTop: 8 }}>
                {step.name}
              </Text>
            </div>
            {step.contacts.map((contact, place) => (
              <Contact
                key={`${contact.role ?? ''}${contact.refs.join()}${place}`}
                contact={contact}
                isResolved={props.isResolved}
                isOnCallUnknown={props.isOnCallUnknown ?? false}
              />
            ))}
            {step.purposes.length > 0 && (
              <Text as="p" variant="body-small" color="secondary">
                {step.purposes.join(', ')}
              </Text>
            )}
          </Flex>
        </li>
      ))}
    </ol>
  );
}
