import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  onCall,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
} from '../../__testUtils__';
import { RotationNowCard } from './RotationNowCard';

function renderCard(
  getOnCall: PipelinesApi['getOnCall'],
  spec: Parameters<typeof rotation>[0] = {},
) {
  return renderOnPage(<RotationNowCard />, {
    entity: rotation(spec),
    pipelinesApi: { getOnCall },
  });
}

describe('<RotationNowCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows who has duty, and the members in order', async () => {
    renderCard(async () => onCall());
    expect(await screen.findByText(/6 d 23 h left/)).toBeVisible();
    const members = screen.getByRole('list', { name: 'Members in order' });
    expect(await within(members).findByText('Data Engineer A')).toBeVisible();
    const [first, second] = within(members).getAllByRole('listitem');
    expect(first).toHaveTextContent('1DAData Engineer Anow');
    expect(second).toHaveTextContent('2DBData Engineer B');
    expect(
      screen.getByText(
        'Duty changes every week, Monday 09:00 (New York), with a handoff of 30 minutes.',
      ),
    ).toBeVisible();
  });

  it('says the rhythm of a daily rotation', async () => {
    renderCard(async () => onCall(), {
      type: 'daily',
      length: 2,
      handoff: { time: '08:00', timeZone: 'UTC', meetingMinutes: 15 },
    });
    expect(
      await screen.findByText(
        'Duty changes every 2 days, 08:00 (UTC), with a handoff of 15 minutes.',
      ),
    ).toBeVisible();
  });

  it('still shows the members to a reader who may not see duty', async () => {
    renderCard(async () => {
      throw new NotAllowedError();
    });
    expect(
      await screen.findByText('You may not see who is on call.'),
    ).toBeVisible();
    expect(await screen.findByText('Data Engineer B')).toBeVisible();
  });
});
