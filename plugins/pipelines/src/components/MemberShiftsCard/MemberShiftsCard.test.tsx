import { screen } from '@testing-library/react';
import { A, company, memberShift, renderOnPage } from '../../__testUtils__';
import { MemberShiftsCard } from './MemberShiftsCard';

function renderCard(userRef?: string) {
  const getMemberShifts = jest.fn(async () => ({ items: [memberShift(0)] }));
  renderOnPage(<MemberShiftsCard />, {
    entity: company.find(({ metadata }) => metadata.name === 'engineer-a'),
    userRef,
    pipelinesApi: { getMemberShifts },
  });
  return getMemberShifts;
}

describe('<MemberShiftsCard />', () => {
  it("shows a person's shifts", async () => {
    const getMemberShifts = renderCard();
    expect(await screen.findByText('Next shifts')).toBeVisible();
    expect(await screen.findByText(/Turn 47/)).toBeVisible();
    expect(getMemberShifts).toHaveBeenCalledWith(
      expect.objectContaining({ member: A }),
    );
  });

  it('knows the reader', async () => {
    renderCard(A);
    expect(await screen.findByText('My next shifts')).toBeVisible();
  });
});
