import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  absence,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
} from '../../__testUtils__';
import { AbsenceItem } from './AbsenceItem';

function renderItem(options: {
  userRef?: string;
  changes?: Parameters<typeof absence>[0];
  pipelinesApi?: Partial<PipelinesApi>;
}) {
  renderOnPage(
    <AbsenceItem
      rotation={rotation()}
      absence={absence(options.changes)}
      now={Date.parse(NOW)}
    />,
    { userRef: options.userRef, pipelinesApi: options.pipelinesApi },
  );
}

describe('<AbsenceItem />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('warns of shifts that fall into it, and proposes the swap', async () => {
    renderItem({ userRef: A });
    expect(
      await screen.findByText('shift 7 – 14 Dec falls into it'),
    ).toBeVisible();
    expect(screen.getByText(/Tue 8 Dec – Fri 11 Dec · skiing/)).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose swap' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Propose a swap' }),
    ).toBeVisible();
  });

  it('can be removed', async () => {
    const removeAbsence = jest.fn(async () => {});
    renderItem({ userRef: A, pipelinesApi: { removeAbsence } });
    await userEvent.click(
      await screen.findByRole('button', { name: /Remove absence of/ }),
    );
    expect(removeAbsence).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      id: 'absence-1',
    });
  });

  it('is for others to see only', async () => {
    renderItem({ changes: { shifts: [], to: '2026-12-08' } });
    expect(await screen.findByText('No shift falls into it.')).toBeVisible();
    expect(screen.getByText(/^Tue 8 Dec/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Remove/ }),
    ).not.toBeInTheDocument();
  });
});
