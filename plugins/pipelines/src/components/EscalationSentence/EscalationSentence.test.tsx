import { screen } from '@testing-library/react';
import { escalationSteps } from '../../entities';
import { escalationPolicy, pipeline, renderOnPage } from '../../__testUtils__';
import { EscalationSentence } from './EscalationSentence';

describe('<EscalationSentence />', () => {
  it('leaves out levels that come to nobody', async () => {
    const policy = escalationPolicy({
      levels: [
        { name: 'First', after: '0m', targets: [{ role: 'on-call' }] },
        {
          name: 'Second',
          after: '30m',
          targets: [{ role: 'secondary-owner' }],
        },
        { name: 'Third', after: '1h', targets: [{ ref: 'risk' }] },
      ],
    });
    const subject = { pipeline: pipeline({ secondaryOwner: undefined }) };
    renderOnPage(
      <EscalationSentence steps={escalationSteps(policy, subject)} />,
    );
    await screen.findByText('Risk Team');
    expect(screen.getByText(/If nobody answers/)).toHaveTextContent(
      'If nobody answers: Risk Team after 1 hour.',
    );
  });

  it('says nothing when there is one level only', async () => {
    const policy = escalationPolicy({
      levels: [{ name: 'First', after: '0m', targets: [{ role: 'on-call' }] }],
    });
    renderOnPage(
      <main>
        <EscalationSentence
          steps={escalationSteps(policy, { pipeline: pipeline() })}
        />
      </main>,
    );
    expect(await screen.findByRole('main')).toBeEmptyDOMElement();
  });
});
