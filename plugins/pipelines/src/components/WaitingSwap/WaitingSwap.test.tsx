import { ConflictError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  B,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
  shiftsPage,
  swap,
} from '../../__testUtils__';
import { WaitingSwap } from './WaitingSwap';

function renderSwap(
  userRef: string,
  pipelinesApi: Partial<PipelinesApi> = {},
  ownershipRefs: string[] = [],
) {
  renderOnPage(
    <WaitingSwap rotation={rotation()} swap={swap()} now={Date.parse(NOW)} />,
    { userRef, ownershipRefs, pipelinesApi },
  );
}

async function buttons() {
  await screen.findByText('Data Engineer A');
  return screen
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
    .filter(text => !/\d/.test(text ?? ''));
}

describe('<WaitingSwap />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says who asks whom for what, why, and until when', async () => {
    renderSwap(B);
    await screen.findByText('Data Engineer B');
    expect(screen.getByText(/asks/)).toHaveTextContent(
      'Data Engineer A asks Data Engineer B to swap 7 – 14 Dec for 14 – 21 Dec',
    );
    expect(screen.getByText(/vacation/)).toHaveTextContent(
      'vacation · expires Fri 27 Nov 11:00',
    );
  });

  it.each([
    ['who is asked', B, [], ['Accept', 'Decline', 'See result']],
    ['who asks', A, [], ['See result', 'Cancel swap']],
    ['a reader', 'user:default/cfo', [], ['See result']],
    [
      'the owner group',
      'user:default/lead',
      ['group:default/data-engineering'],
      ['Accept', 'Decline', 'See result', 'Cancel swap'],
    ],
  ])('offers %s what may be done', async (_who, userRef, groups, expected) => {
    renderSwap(userRef, {}, groups);
    await waitFor(async () => expect(await buttons()).toEqual(expected));
  });

  it.each([
    ['Accept', B, 'accept'],
    ['Decline', B, 'decline'],
    ['Cancel swap', A, 'cancel'],
  ])('%s is sent', async (name, userRef, answer) => {
    const answerChange = jest.fn(async () => ({ change: swap() }));
    renderSwap(userRef, { answerChange });
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(answerChange).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      id: 'swap-1',
      answer,
    });
  });

  it('shows the result before it is answered', async () => {
    renderSwap(B, { getShifts: async () => shiftsPage([2, 3]) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'See result' }),
    );
    expect(
      await screen.findByRole('region', { name: 'After it' }),
    ).toBeVisible();
  });

  it('says when it was answered before', async () => {
    renderSwap(B, {
      answerChange: async () => {
        throw new ConflictError('It was declined');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept' }),
    );
    expect(await screen.findByText('It was declined')).toBeVisible();
  });
});
