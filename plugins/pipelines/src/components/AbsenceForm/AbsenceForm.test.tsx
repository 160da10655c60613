import { ConflictError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  absence,
  B,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  ROTATION,
} from '../../__testUtils__';
import { AbsenceForm } from './AbsenceForm';

function renderForm(
  addAbsence: PipelinesApi['addAbsence'],
  ownershipRefs: string[] = [],
) {
  const onClose = jest.fn();
  renderOnPage(
    <AbsenceForm rotation={rotation()} today="2026-11-23" onClose={onClose} />,
    { userRef: A, ownershipRefs, pipelinesApi: { addAbsence } },
  );
  return onClose;
}

/** Types both dates, each part by what it is rather than by its place. */
async function typeDays() {
  await screen.findAllByRole('spinbutton');
  const typed = {
    day: ['22', '29'],
    month: ['12', '12'],
    year: ['2026', '2026'],
  };
  expect(screen.getAllByRole('spinbutton')).toHaveLength(6);
  for (const [type, texts] of Object.entries(typed)) {
    const parts = screen
      .getAllByRole('spinbutton')
      .filter(part => part.dataset.type === type);
    for (const [index, part] of parts.entries()) {
      await userEvent.click(part);
      await userEvent.keyboard(texts[index]);
    }
  }
}

describe('<AbsenceForm />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('notes my own absence', async () => {
    const addAbsence = jest.fn(async () => ({ absence: absence() }));
    const onClose = renderForm(addAbsence);
    expect(
      await screen.findByRole('button', { name: 'Save absence' }),
    ).toBeDisabled();
    await typeDays();
    await userEvent.type(screen.getByLabelText('Note'), 'skiing');
    await userEvent.click(screen.getByRole('button', { name: 'Save absence' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(addAbsence).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      absence: {
        member: A,
        from: '2026-12-22',
        to: '2026-12-29',
        note: 'skiing',
      },
    });
  });

  it('lets the owner group note that of others, and says what went wrong', async () => {
    const addAbsence = jest.fn(async () => {
      throw new ConflictError('There is one already');
    });
    renderForm(addAbsence, ['group:default/data-engineering']);
    await userEvent.click(
      await screen.findByRole('button', { name: /Who is away/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Data Engineer B' }),
    );
    await typeDays();
    await userEvent.click(screen.getByRole('button', { name: 'Save absence' }));
    expect(await screen.findByText('There is one already')).toBeVisible();
    expect(addAbsence).toHaveBeenCalledWith(
      expect.objectContaining({
        absence: expect.objectContaining({ member: B }),
      }),
    );
  });
});
