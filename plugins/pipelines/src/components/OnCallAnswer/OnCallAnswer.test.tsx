import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW, onCall, renderOnPage } from '../../__testUtils__';
import { Loaded } from '../../hooks/useLoaded';
import { OnCallAnswer } from './OnCallAnswer';

function renderAnswer(answer: Loaded<ReturnType<typeof onCall>>) {
  renderOnPage(
    <OnCallAnswer
      rotationRef="rotation:default/data-engineering"
      onCall={answer}
      now={Date.parse(NOW)}
      askRef="group:default/data-engineering"
    />,
  );
}

describe('<OnCallAnswer />', () => {
  it('keeps a place while loading', async () => {
    renderAnswer({ state: 'loading' });
    expect(await screen.findByRole('status')).toBeInTheDocument();
  });

  it('shows the answer', async () => {
    renderAnswer({ state: 'ready', value: onCall(), reload: () => {} });
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
  });

  it('names the permission that is missing, and whom to ask', async () => {
    renderAnswer({
      state: 'failed',
      error: new NotAllowedError(),
      reload: () => {},
    });
    expect(await screen.findByText('Data Engineering')).toBeVisible();
    expect(screen.getByText(/pipelines\.rotation\.read/)).toHaveTextContent(
      'Ask Data Engineering, or',
    );
  });

  it('tries again', async () => {
    const reload = jest.fn();
    renderAnswer({ state: 'failed', error: new Error('away'), reload });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
