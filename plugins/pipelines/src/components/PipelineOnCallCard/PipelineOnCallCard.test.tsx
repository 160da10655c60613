import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  escalationPolicy,
  onCall,
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  rotation,
  shift,
  shiftsPage,
  thanksgivingWeek,
} from '../../__testUtils__';
import { PipelineOnCallCard } from './PipelineOnCallCard';

function renderCard(
  getOnCall: PipelinesApi['getOnCall'],
  spec: Parameters<typeof pipeline>[0] = {},
) {
  return renderOnPage(<PipelineOnCallCard />, {
    entity: pipeline(spec),
    entities: [rotation(), escalationPolicy()],
    pipelinesApi: { getOnCall },
  });
}

describe('<PipelineOnCallCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says who is on call until when, who is next, and why', async () => {
    const getOnCall = jest.fn(async () => onCall());
    renderCard(getOnCall);

    expect(
      await screen.findByRole('link', { name: 'Data Engineer A' }),
    ).toHaveAttribute('href', '/catalog/default/user/engineer-a');
    expect(getOnCall).toHaveBeenCalledWith({
      rotationRef: 'rotation:default/data-engineering',
    });
    expect(screen.getByText(/6 d 23 h left/)).toBeVisible();
    expect(screen.getByText(/Turn 47 of the rotation/)).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Data Engineer B' }),
    ).toBeVisible();
    expect(screen.getByText(/^next, from/)).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Data Engineering on-call' }),
    ).toBeVisible();
  });

  it("tells times in the reader's zone, and in the rotation's on demand", async () => {
    renderCard(async () => onCall());
    const [until] = await screen.findAllByRole('button', {
      name: 'Mon 30 Nov 15:00',
    });
    await userEvent.hover(until);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Mon 30 Nov 09:00 in New York (America/New_York)',
    );
  });

  it('reaches the time by keyboard', async () => {
    renderCard(async () => onCall());
    const [until] = await screen.findAllByRole('button', {
      name: 'Mon 30 Nov 15:00',
    });
    while (document.activeElement !== until) await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('New York');
  });

  it('says whom to wake next, and when', async () => {
    renderCard(async () => onCall());
    const sentence = await screen.findByText(/If nobody answers/);
    await waitFor(() =>
      expect(sentence).toHaveTextContent(
        'If nobody answers: Finance Team after 30 minutes, then Business Analytics Team Lead and CFO (critical financial issues) after 2 hours.',
      ),
    );
  });

  it('says nothing of an escalation when there is no policy', async () => {
    renderCard(async () => onCall(), { escalationPolicy: undefined });
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
    expect(screen.queryByText(/If nobody answers/)).not.toBeInTheDocument();
  });

  it('keeps a place while it is loading', async () => {
    renderCard(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading who is on call' }),
    ).toBeInTheDocument();
  });

  it('says how to name a rotation when the pipeline has none', async () => {
    const getOnCall = jest.fn();
    renderCard(getOnCall, { rotation: undefined });
    expect(
      await screen.findByText('Nobody is on call for this pipeline.'),
    ).toBeVisible();
    expect(getOnCall).not.toHaveBeenCalled();
  });

  it('says that the rotation is missing', async () => {
    renderCard(async () => {
      throw new NotFoundError('No such rotation');
    });
    expect(
      await screen.findByText('The rotation was not found.'),
    ).toBeVisible();
    expect(
      screen.getByText(/The catalog has no rotation:default\/data-engineering/),
    ).toBeVisible();
  });

  it('says when duty begins, before the start', async () => {
    renderCard(async () => onCall({ current: undefined, next: shift(6) }));
    expect(
      await screen.findByText(/Nobody is on call yet. Duty begins on/),
    ).toHaveTextContent('Duty begins on Mon 4 Jan 15:00.');
    expect(screen.getByText(/^first, from/)).toBeVisible();
  });

  it('says whom to ask when the reader may not see it', async () => {
    renderCard(
      async () => {
        throw new NotAllowedError();
      },
      { escalationPolicy: undefined },
    );
    expect(
      await screen.findByText('You may not see who is on call.'),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Finance Team' }),
    ).toBeVisible();
  });

  it('lets the reader try again when the backend is away', async () => {
    const getOnCall = jest
      .fn<ReturnType<PipelinesApi['getOnCall']>, []>()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue(onCall());
    renderCard(getOnCall);
    expect(await screen.findByText('Failed to fetch')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Data Engineer A')).toBeVisible();
    expect(getOnCall).toHaveBeenCalledTimes(2);
  });

  it('asks again when duty has changed hands', async () => {
    const getOnCall = jest
      .fn<ReturnType<PipelinesApi['getOnCall']>, []>()
      .mockResolvedValueOnce(
        onCall({
          current: undefined,
          next: { ...shift(0), start: '2026-11-23T14:59:59Z' },
        }),
      )
      .mockResolvedValue(onCall());
    renderCard(getOnCall);
    expect(await screen.findByText(/6 d 23 h left/)).toBeVisible();
    expect(getOnCall).toHaveBeenCalledTimes(2);
  });

  it('lets a member act, with the calendar one step away', async () => {
    renderOnPage(<PipelineOnCallCard />, {
      entity: pipeline(),
      entities: [rotation(), escalationPolicy()],
      userRef: A,
      pipelinesApi: {
        getOnCall: async () => onCall(),
        getShifts: async () => ({
          ...shiftsPage([]),
          items: thanksgivingWeek(),
        }),
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Cover now' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Propose swap' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Calendar' })).toBeVisible();
    expect(await screen.findByRole('note')).toHaveTextContent('All hands.');
  });
});
