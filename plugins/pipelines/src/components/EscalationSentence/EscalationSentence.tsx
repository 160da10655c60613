import { Text } from '@backstage/ui';
import { Fragment } from 'react';
import { EscalationContact, EscalationStep } from '../../entities';
import { EntityNames, separator } from '../EntityNames';

function Contact({ contact }: { contact: EscalationContact }) {
  return (
    <>
      <EntityNames refs={contact.refs} conjunction=" and " />
      {contact.condition && ` (${contact.condition})`}
    </>
  );
}

/**
 * What happens when the first level does not answer, in one sentence: "If
 * nobody answers: Finance Team after 30 minutes, then CFO after 2 hours."
 */
export function EscalationSentence(props: { steps: EscalationStep[] }) {
  const later = props.steps
    .slice(1)
    .map(step => ({
      ...step,
      contacts: step.contacts.filter(({ refs }) => refs.length > 0),
    }))
    .filter(({ contacts }) => contacts.length > 0);
  if (!later.length) return null;
  return (
    <Text as="p" variant="body-small" color="secondary">
      If nobody answers:{' '}
      {later.map((step, index) => (
        <Fragment key={step.name}>
          {index > 0 && ', then '}
          {step.contacts.map((contact, place) => (
            <Fragment key={contact.refs.join()}>
              {separator(place, step.contacts.length, ' and ')}
              <Contact contact={contact} />
            </Fragment>
          ))}{' '}
          {step.after}
        </Fragment>
      ))}
      .
    </Text>
  );
}
