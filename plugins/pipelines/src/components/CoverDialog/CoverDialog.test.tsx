import { InputError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  B,
  cover,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
  shift,
} from '../../__testUtils__';
import { CoverDialog } from './CoverDialog';

const preview: PipelinesApi['previewChange'] = async () => {
  const { id: _, ...change } = cover();
  return {
    change,
    before: [shift(0)],
    after: [{ ...shift(0), primary: B }],
    warnings: [],
  };
};

function renderDialog(pipelinesApi: Partial<PipelinesApi>) {
  const onClose = jest.fn();
  renderOnPage(<CoverDialog rotation={rotation()} isOpen onClose={onClose} />, {
    pipelinesApi: { previewChange: preview, ...pipelinesApi },
  });
  return onClose;
}

describe('<CoverDialog />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('lets the next who is free take over now, at one press', async () => {
    const makeChange = jest.fn(async () => ({ change: cover() }));
    const onClose = renderDialog({ makeChange });
    await screen.findByRole('region', { name: 'After it' });
    await userEvent.click(screen.getByRole('button', { name: 'Cover' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(makeChange).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      change: {
        type: 'cover',
        by: undefined,
        from: undefined,
        to: undefined,
        reason: undefined,
      },
    });
  });

  it('takes a person and a time in the zone of the reader', async () => {
    const previewChange = jest.fn(preview);
    renderDialog({ previewChange });
    await userEvent.click(
      await screen.findByRole('button', { name: /Who takes over/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Data Engineer B' }),
    );
    const parts = screen.getAllByRole('spinbutton', { name: /Until/ });
    const typed = new Map([
      ['day', '24'],
      ['month', '11'],
      ['year', '2026'],
      ['hour', '03'],
      ['minute', '00'],
    ]);
    for (const part of parts) {
      const text = typed.get(part.dataset.type ?? '');
      if (text) {
        await userEvent.click(part);
        await userEvent.keyboard(text);
      }
    }
    await waitFor(() =>
      expect(previewChange).toHaveBeenLastCalledWith({
        rotationRef: ROTATION,
        change: {
          type: 'cover',
          by: B,
          from: undefined,
          to: '2026-11-24T02:00:00.000Z',
        },
      }),
    );
  });

  it('says why it cannot be saved', async () => {
    renderDialog({
      previewChange: async () => {
        throw new InputError('to: must be later than from');
      },
    });
    expect(
      await screen.findByText('to: must be later than from'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cover' })).toBeDisabled();
  });
});
