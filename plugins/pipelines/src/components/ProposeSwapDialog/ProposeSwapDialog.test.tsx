import { ConflictError, NotAllowedError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
  shift,
  shiftsPage,
  swap,
} from '../../__testUtils__';
import { ProposeSwapDialog } from './ProposeSwapDialog';

const preview: PipelinesApi['previewChange'] = async () => {
  const { id: _, ...change } = swap();
  return {
    change,
    before: [shift(2), shift(3)],
    after: [
      { ...shift(2), primary: shift(3).primary },
      { ...shift(3), primary: A },
    ],
    warnings: ['Data Engineer B is away on 9 Dec.'],
  };
};

function renderDialog(pipelinesApi: Partial<PipelinesApi>) {
  const onClose = jest.fn();
  renderOnPage(
    <ProposeSwapDialog rotation={rotation()} isOpen onClose={onClose} />,
    {
      userRef: A,
      pipelinesApi: {
        getShifts: async () => shiftsPage([0, 1, 2, 3]),
        previewChange: preview,
        ...pipelinesApi,
      },
    },
  );
  return onClose;
}

describe('<ProposeSwapDialog />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('begins with my next shift, shows the result, then sends', async () => {
    const previewChange = jest.fn(preview);
    const makeChange = jest.fn(async () => ({ change: swap() }));
    const onClose = renderDialog({ previewChange, makeChange });
    expect(
      await screen.findByText('Data Engineer B is away on 9 Dec.'),
    ).toBeVisible();
    // The shift that runs cannot be swapped any more.
    expect(previewChange).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      change: { type: 'swap', shift: 48, withShift: undefined },
    });
    await userEvent.type(screen.getByLabelText('Reason'), ' vacation ');
    await userEvent.click(
      screen.getByRole('button', { name: 'Send proposal' }),
    );
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(makeChange).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      change: {
        type: 'swap',
        shift: 48,
        withShift: undefined,
        reason: 'vacation',
      },
    });
  });

  it('lets the other shift be chosen', async () => {
    const previewChange = jest.fn(preview);
    renderDialog({ previewChange });
    await screen.findByText('Data Engineer B is away on 9 Dec.');
    await userEvent.click(
      screen.getByRole('button', { name: /In exchange for/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Mon 14 Dec/ }),
    );
    await waitFor(() =>
      expect(previewChange).toHaveBeenLastCalledWith({
        rotationRef: ROTATION,
        change: { type: 'swap', shift: 48, withShift: 49 },
      }),
    );
  });

  it('stays open and says who was first', async () => {
    const onClose = renderDialog({
      makeChange: async () => {
        throw new ConflictError('Shift 48 is in a swap: change swap-2');
      },
      getChanges: async () => ({
        items: [swap({ id: 'swap-2', requestedBy: 'user:default/engineer-b' })],
      }),
    });
    await screen.findByText('Data Engineer B is away on 9 Dec.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Send proposal' }),
    );
    expect(await screen.findByText('Somebody else was first.')).toBeVisible();
    expect(
      await screen.findByText(/Data Engineer B proposed a swap/),
    ).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says when there is nothing to swap', async () => {
    renderDialog({ getShifts: async () => shiftsPage([0, 1]) });
    expect(
      await screen.findByText(/You have no shift in the next 180 days/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Send proposal' }),
    ).toBeDisabled();
  });

  it('says why it cannot be proposed', async () => {
    renderDialog({
      previewChange: async () => {
        throw new NotAllowedError('not a member');
      },
    });
    expect(await screen.findByText('You may not do this.')).toBeVisible();
  });

  it('tries again when shifts could not be fetched', async () => {
    const getShifts = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(shiftsPage([0, 1, 2, 3]));
    renderDialog({ getShifts });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Data Engineer B is away on 9 Dec.'),
    ).toBeVisible();
  });
});
