import { screen, within } from '@testing-library/react';
import { escalationPolicy, pipeline, renderOnPage } from '../../__testUtils__';
import { escalationSteps } from '../../entities';
import { EscalationSteps } from './EscalationSteps';

const levels = async () => {
  const [list] = await screen.findAllByRole('list');
  return within(list).getAllByRole('listitem');
};

describe('<EscalationSteps />', () => {
  it('names people for a pipeline, with when and on what condition', async () => {
    renderOnPage(
      <EscalationSteps
        isResolved
        steps={escalationSteps(escalationPolicy(), {
          pipeline: pipeline(),
          onCallRef: 'user:default/engineer-a',
        })}
      />,
    );
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
    const [first, second, third] = await levels();
    expect(first).toHaveTextContent('Level 1 · at once');
    expect(first).toHaveTextContent('on call now');
    expect(first).toHaveTextContent('Pipeline failures, Data quality issues');
    expect(second).toHaveTextContent('Level 2 · after 30 minutes');
    expect(second).toHaveTextContent(
      'Finance Teamprimary owner of this pipeline',
    );
    expect(third).toHaveTextContent('Level 3 · after 2 hours');
    expect(third).toHaveTextContent('CFOfor critical financial issues');
  });

  it('says when nobody has a role', async () => {
    const policy = escalationPolicy({
      levels: [
        {
          name: 'All',
          after: '0m',
          targets: [
            { role: 'on-call' },
            { role: 'secondary-owner' },
            { role: 'stakeholders' },
          ],
        },
      ],
    });
    renderOnPage(
      <EscalationSteps
        isResolved
        steps={escalationSteps(policy, {
          pipeline: pipeline({
            secondaryOwner: undefined,
            stakeholders: undefined,
          }),
        })}
      />,
    );
    expect(await screen.findByText('Nobody is on call now')).toBeVisible();
    expect(screen.getByText('No secondary owner')).toBeVisible();
    expect(screen.getByText('No stakeholders')).toBeVisible();
  });

  it('names roles where no pipeline is given, and pipelines a target is for', async () => {
    const policy = escalationPolicy({
      levels: [
        {
          name: 'All',
          after: '0m',
          targets: [
            { role: 'primary-owner', severities: ['critical'] },
            { ref: 'user:cfo', pipelines: ['profit', 'executive'] },
          ],
        },
      ],
    });
    renderOnPage(
      <EscalationSteps isResolved={false} steps={escalationSteps(policy)} />,
      { entities: [pipeline()] },
    );
    expect(
      await screen.findByText(
        'Primary owner of the pipeline, for critical issues',
      ),
    ).toBeVisible();
    await screen.findByText('Profit Calculation Pipeline');
    const [level] = await levels();
    expect(level).toHaveTextContent(
      'CFO of Profit Calculation Pipeline, executive',
    );
  });
});
