import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { A, absence, renderOnPage, rotation } from '../../__testUtils__';
import { RotationAbsencesCard } from './RotationAbsencesCard';

function renderCard(
  getAbsences: PipelinesApi['getAbsences'],
  userRef?: string,
) {
  renderOnPage(<RotationAbsencesCard />, {
    entity: rotation(),
    userRef,
    pipelinesApi: { getAbsences },
  });
}

describe('<RotationAbsencesCard />', () => {
  it('lists them, and lets a member add one', async () => {
    renderCard(async () => ({ items: [absence()] }), A);
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add absence' }),
    );
    expect(screen.getByRole('group', { name: /Days away/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('button', { name: 'Add absence' })).toBeVisible();
  });

  it('says when there are none', async () => {
    renderCard(async () => ({ items: [] }));
    expect(await screen.findByText('No absences are noted.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('keeps a place while loading', async () => {
    renderCard(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading absences' }),
    ).toBeInTheDocument();
  });

  it('says whom to ask, and tries again', async () => {
    const getAbsences = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderCard(getAbsences);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('You may not see who is away.'),
    ).toBeVisible();
  });
});
