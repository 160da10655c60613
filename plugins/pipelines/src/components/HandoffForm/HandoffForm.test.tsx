import { ConflictError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { handoff, renderOnPage, ROTATION } from '../../__testUtils__';
import { HandoffForm } from './HandoffForm';

function renderForm(
  saveHandoff: PipelinesApi['saveHandoff'],
  takesPart = true,
) {
  const onClose = jest.fn();
  renderOnPage(
    <HandoffForm
      rotationRef={ROTATION}
      handoff={handoff()}
      takesPart={takesPart}
      onClose={onClose}
    />,
    { pipelinesApi: { saveHandoff } },
  );
  return onClose;
}

describe('<HandoffForm />', () => {
  it('saves notes, checklist, length and that it is done', async () => {
    const saveHandoff = jest.fn(async () => ({ handoff: handoff() }));
    const onClose = renderForm(saveHandoff);
    await userEvent.type(await screen.findByLabelText('Notes'), 'All quiet');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Open issues' }),
    );
    await userEvent.type(
      screen.getByLabelText('New item of the checklist'),
      'Pager works',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add item' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Length in minutes' }),
      '25',
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'The handoff is done' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save handoff' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saveHandoff).toHaveBeenCalledWith({
      rotationRef: ROTATION,
      shiftNumber: 46,
      record: {
        notes: 'All quiet',
        checklist: [
          { text: 'Open issues', done: true },
          { text: 'Pager works', done: false },
        ],
        minutes: 25,
        done: true,
        revision: 3,
      },
    });
  });

  it('keeps what was typed when somebody else saved before', async () => {
    const onClose = renderForm(async () => {
      throw new ConflictError('The notes were changed meanwhile');
    });
    await userEvent.type(await screen.findByLabelText('Notes'), 'Mine');
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove Open issues' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save handoff' }));
    expect(
      await screen.findByText('The notes were changed meanwhile'),
    ).toBeVisible();
    expect(screen.getByLabelText('Notes')).toHaveValue('Mine');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('lets only those who take part say that it is done', async () => {
    renderForm(jest.fn(), false);
    await screen.findByLabelText('Notes');
    expect(
      screen.queryByRole('checkbox', { name: 'The handoff is done' }),
    ).not.toBeInTheDocument();
  });
});
