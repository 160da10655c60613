import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  objectiveSla,
  pipeline,
  pipelineSla,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  review,
  reviewEvidence,
} from '../../__testUtils__';
import { usePromises } from '../../hooks/usePromises';
import { ReviewsCard } from './ReviewsCard';

const entity = pipeline({
  sla: {
    timeZone: 'America/New_York',
    objectives: [
      { id: 'review', type: 'review', every: 'month', by: 'finance' },
    ],
  },
});

/** Permissions are remembered for each pipeline, from test to test. */
const another = { ...entity, metadata: { name: 'another' } };

const unsigned = pipelineSla({
  objectives: [
    objectiveSla({
      id: 'review',
      type: 'review',
      current: {
        state: 'missed',
        reason: 'unsigned',
        evidence: reviewEvidence(),
      },
    }),
  ],
});

function Card(props: {
  of: typeof entity;
  sla?: typeof unsigned;
  onChange: () => void;
}) {
  const { promises } = usePromises(props.of);
  return (
    <ReviewsCard
      pipeline={props.of}
      promises={promises}
      timeZone="America/New_York"
      sla={props.sla}
      onChange={props.onChange}
    />
  );
}

function renderCard(
  options: {
    sla?: typeof unsigned;
    denied?: string[];
    /** Groups of the reader. */
    groups?: string[];
    addReview?: jest.Mock;
    getReviews?: jest.Mock;
  } = {},
) {
  const onChange = jest.fn();
  const {
    sla = unsigned,
    denied,
    groups = ['group:default/finance'],
  } = options;
  const addReview = options.addReview ?? jest.fn().mockResolvedValue({});
  const getReviews =
    options.getReviews ?? jest.fn().mockResolvedValue({ items: [review()] });
  const of = denied ? another : entity;
  renderOnPage(<Card of={of} sla={sla} onChange={onChange} />, {
    entity: of,
    denied,
    ownershipRefs: groups,
    pipelinesApi: { addReview, getReviews },
  });
  return { onChange, addReview, getReviews };
}

const openDialog = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Sign October' }));

describe('<ReviewsCard />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says what was signed, by whom and when', async () => {
    renderCard();
    const table = await screen.findByRole('grid', { name: 'Reviews' });
    const row = within(table).getByRole('row', { name: /September/ });
    expect(row).toHaveTextContent('✔right');
    expect(row).toHaveTextContent('Thu 1 Oct 12:00');
    expect(await within(row).findByText('CFO')).toBeVisible();
  });

  it('lets nobody sign who is not in the group that signs', async () => {
    renderCard({ groups: ['group:default/sales'] });
    expect(await screen.findByText(/sign this; you may not/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Sign October' }),
    ).not.toBeInTheDocument();
  });

  it('signs a month with one press more', async () => {
    const { addReview, onChange, getReviews } = renderCard();
    await openDialog();
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sign' }));
    expect(addReview).toHaveBeenCalledWith({
      pipelineRef: 'pipeline:default/profit',
      review: {
        objective: 'review',
        period: '2026-10',
        isApproved: true,
        comment: undefined,
      },
    });
    await waitFor(() => expect(onChange).toHaveBeenCalled());
    await waitFor(() => expect(getReviews).toHaveBeenCalledTimes(2));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('wants to know what is not right', async () => {
    const { addReview } = renderCard();
    await openDialog();
    await userEvent.click(screen.getByRole('radio', { name: 'not right' }));
    const button = screen.getByRole('button', {
      name: 'Say what is not right',
    });
    expect(button).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Comment/ }),
      'Two refunds are missing',
    );
    await userEvent.click(button);
    expect(addReview).toHaveBeenCalledWith(
      expect.objectContaining({
        review: expect.objectContaining({
          isApproved: false,
          comment: 'Two refunds are missing',
        }),
      }),
    );
  });

  it('shows why the backend refuses: one must belong to the group', async () => {
    const addReview = jest
      .fn()
      .mockRejectedValue(
        new NotAllowedError('Only members of group:default/finance sign this'),
      );
    const { onChange } = renderCard({ addReview });
    await openDialog();
    await userEvent.click(screen.getByRole('button', { name: 'Sign' }));
    expect(await screen.findByText('You may not do this.')).toBeVisible();
    expect(
      screen.getByText('Only members of group:default/finance sign this'),
    ).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('has no button for those who may not sign, and says who does', async () => {
    renderCard({ denied: ['pipelines.review.sign'] });
    await waitFor(() =>
      expect(document.body).toHaveTextContent(
        'Members of Finance Team sign this; you may not.',
      ),
    );
    expect(
      screen.queryByRole('button', { name: /Sign/ }),
    ).not.toBeInTheDocument();
  });

  it('has no button where nothing is due', async () => {
    renderCard({
      sla: pipelineSla({
        objectives: [
          objectiveSla({
            id: 'review',
            type: 'review',
            current: { state: 'met', evidence: reviewEvidence() },
          }),
        ],
      }),
      getReviews: jest.fn().mockResolvedValue({ items: [] }),
    });
    expect(await screen.findByText('Nothing was signed yet.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Sign/ })).toBeNull();
  });
});
