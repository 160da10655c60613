import { screen } from '@testing-library/react';
import { A, memberShift, renderOnPage } from '../../__testUtils__';
import { MyShiftsWidget } from './MyShiftsWidget';

describe('<MyShiftsWidget />', () => {
  it("shows the reader's own shifts", async () => {
    const getMemberShifts = jest.fn(async () => ({ items: [memberShift(0)] }));
    renderOnPage(<MyShiftsWidget />, {
      userRef: A,
      pipelinesApi: { getMemberShifts },
    });
    expect(await screen.findByText(/Turn 47/)).toBeVisible();
    expect(getMemberShifts).toHaveBeenCalledWith(
      expect.objectContaining({ member: A }),
    );
  });
});
