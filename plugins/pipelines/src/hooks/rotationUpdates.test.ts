import { renderHook } from '@testing-library/react';
import { announceRotationUpdate, useRotationUpdates } from './rotationUpdates';

describe('updates of a rotation', () => {
  it('reach every card of that rotation, as long as it is open', () => {
    const [one, two, other] = [jest.fn(), jest.fn(), jest.fn()];
    renderHook(() => useRotationUpdates('rotation:default/a', one));
    const { unmount } = renderHook(() =>
      useRotationUpdates('rotation:default/a', two),
    );
    renderHook(() => useRotationUpdates('rotation:default/b', other));
    announceRotationUpdate('rotation:default/a');
    unmount();
    announceRotationUpdate('rotation:default/a');
    expect(one).toHaveBeenCalledTimes(2);
    expect(two).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });
});
