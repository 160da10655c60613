import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  memberShift,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { MemberShiftList } from './MemberShiftList';

function renderList(getMemberShifts: PipelinesApi['getMemberShifts']) {
  renderOnPage(<MemberShiftList member={A} />, {
    pipelinesApi: { getMemberShifts },
  });
}

describe('<MemberShiftList />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lists shifts of all rotations, stretches of one joined', async () => {
    const middle = '2026-11-24T05:00:00.000Z';
    const getMemberShifts = jest.fn(async () => ({
      items: [
        memberShift(0, { end: middle }),
        memberShift(0, { start: middle }),
        ...[2, 4, 6, 8, 10].map(week => memberShift(week)),
      ],
    }));
    renderList(getMemberShifts);
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(5);
    expect(items[0]).toHaveTextContent(
      'Mon 23 Nov 15:00 – Mon 30 Nov 15:00✔on call',
    );
    expect(items[1]).not.toHaveTextContent('✔');
    expect(screen.getByText('and 1 more in the next 90 days')).toBeVisible();
    expect(getMemberShifts).toHaveBeenCalledWith({
      member: A,
      from: '2026-11-23T15:00:00.000Z',
      to: '2027-02-21T15:00:00.000Z',
    });
  });

  it('says when there are none', async () => {
    renderList(async () => ({ items: [] }));
    expect(
      await screen.findByText('No shifts in the next 90 days.'),
    ).toBeVisible();
  });

  it('says what is missing, and tries again', async () => {
    const getMemberShifts = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderList(getMemberShifts);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see which shifts there are.'),
    ).toBeVisible();
  });
});
