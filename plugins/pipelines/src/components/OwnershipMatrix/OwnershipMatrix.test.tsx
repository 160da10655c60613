import { RELATION_OWNED_BY, RELATION_PART_OF } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { RELATION_SECONDARY_OWNED_BY } from '@techflow/backstage-plugin-pipelines-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { company, pipeline, renderOnPage } from '../../__testUtils__';
import { OwnershipMatrix } from './OwnershipMatrix';

const SYSTEM = 'system:default/investor-reporting';

type Relation = [type: string, targetRef: string];

function named(
  name: string,
  relations: Relation[] = [],
  spec: Parameters<typeof pipeline>[0] = {},
) {
  return pipeline(
    { rotation: undefined, runbook: undefined, ...spec },
    {
      metadata: { name, namespace: 'default' },
      relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
    },
  );
}

const entities = [
  named('profit', [
    [RELATION_OWNED_BY, 'group:default/finance'],
    [RELATION_PART_OF, SYSTEM],
  ]),
  named('growth', [[RELATION_SECONDARY_OWNED_BY, 'group:default/finance']]),
  named('orphan', [], { secondaryOwner: undefined }),
];

async function names(): Promise<(string | null)[]> {
  const table = await screen.findByRole('grid', { name: 'Ownership matrix' });
  return within(table)
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);
}

function Address() {
  return <output>{useLocation().search}</output>;
}

describe('<OwnershipMatrix />', () => {
  it('shows all pipelines by name', async () => {
    renderOnPage(<OwnershipMatrix />, { entities });
    expect(await names()).toEqual(['growth', 'orphan', 'profit']);
  });

  it.each([
    ['?pipelines=mine', ['growth', 'profit']],
    ['?pipelines=without-secondary-owner', ['orphan']],
    [`?system=${SYSTEM}`, ['profit']],
    ['?pipelines=nonsense', ['growth', 'orphan', 'profit']],
  ])('reads its filter from the address: %s', async (search, expected) => {
    renderOnPage(<OwnershipMatrix />, {
      entities,
      at: `/${search}`,
      ownershipRefs: ['group:default/finance'],
    });
    expect(await names()).toEqual(expected);
  });

  it('keeps its filter in the address, beside what is there already', async () => {
    renderOnPage(
      <>
        <OwnershipMatrix />
        <Address />
      </>,
      { entities, at: '/?inspect=yaml' },
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Without secondary owner' }),
    );
    await waitFor(async () => expect(await names()).toEqual(['orphan']));
    expect(document.querySelector('output')).toHaveTextContent(
      '?inspect=yaml&pipelines=without-secondary-owner',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(async () => expect(await names()).toHaveLength(3));
    expect(document.querySelector('output')).toHaveTextContent(
      /^\?inspect=yaml$/,
    );
  });

  it('shows nothing of others to a reader who owns nothing', async () => {
    renderOnPage(<OwnershipMatrix />, { entities, at: '/?pipelines=mine' });
    expect(
      await screen.findByText(/No pipeline passes this filter/),
    ).toBeVisible();
  });

  it('says that no secondary owner is missing', async () => {
    renderOnPage(<OwnershipMatrix />, {
      entities: [named('profit')],
      at: '/?pipelines=without-secondary-owner',
    });
    expect(
      await screen.findByText('Every pipeline here has a secondary owner.'),
    ).toBeVisible();
  });

  it('says how to register the first pipeline', async () => {
    renderOnPage(<OwnershipMatrix />, {});
    expect(
      await screen.findByText('There are no pipelines yet.'),
    ).toBeVisible();
  });

  it('turns pages of twenty, and begins anew with another filter', async () => {
    const many = Array.from({ length: 45 }, (_, index) =>
      named(`pipeline-${String(index).padStart(2, '0')}`),
    );
    const catalogApi = catalogApiMock({ entities: [...company, ...many] });
    const queryEntities = jest.spyOn(catalogApi, 'queryEntities');
    renderOnPage(<OwnershipMatrix />, { catalogApi });

    expect(await names()).toHaveLength(20);
    expect(queryEntities).toHaveBeenCalledTimes(1);
    expect(queryEntities.mock.calls[0][0]).toMatchObject({
      limit: 20,
      fields: expect.arrayContaining(['spec.owner']),
    });

    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(async () => expect((await names())[0]).toBe('pipeline-20'));
    expect(screen.getByText('21 - 40 of 45')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(async () => expect(await names()).toHaveLength(5));
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    await waitFor(async () => expect((await names())[0]).toBe('pipeline-20'));

    await userEvent.click(
      screen.getByRole('radio', { name: 'Without secondary owner' }),
    );
    expect(
      await screen.findByText('Every pipeline here has a secondary owner.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'All' }));
    await waitFor(async () => expect((await names())[0]).toBe('pipeline-00'));
  });

  it('tries again when the catalog is away', async () => {
    const catalogApi = catalogApiMock({ entities });
    jest
      .spyOn(catalogApi, 'queryEntities')
      .mockRejectedValueOnce(new Error('Failed to fetch'));
    renderOnPage(<OwnershipMatrix />, { catalogApi });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await names()).toHaveLength(3);
  });

  it('keeps a place while loading', async () => {
    const catalogApi = catalogApiMock({ entities });
    jest
      .spyOn(catalogApi, 'queryEntities')
      .mockReturnValue(new Promise(() => {}));
    renderOnPage(<OwnershipMatrix />, { catalogApi });
    expect(
      await screen.findByRole('status', {
        name: 'Loading the ownership matrix',
      }),
    ).toBeInTheDocument();
  });
});
