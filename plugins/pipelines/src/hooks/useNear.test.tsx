import { act, renderHook } from '@testing-library/react';
import { useNear } from './useNear';

type Callback = (entries: { isIntersecting: boolean }[]) => void;

describe('useNear', () => {
  const { IntersectionObserver } = window;
  afterEach(() => {
    window.IntersectionObserver = IntersectionObserver;
  });

  it('takes everything for near where the browser cannot tell', () => {
    const { result } = renderHook(() => useNear({ current: document.body }));
    expect(result.current).toBe(true);
  });

  it('waits until the element comes near, and then looks no more', () => {
    let seen: Callback = () => {};
    const disconnect = jest.fn();
    window.IntersectionObserver = jest
      .fn()
      .mockImplementation((callback: Callback) => {
        seen = callback;
        return { observe: jest.fn(), disconnect };
      });
    const element = { current: document.body };
    const { result } = renderHook(() => useNear(element));
    expect(result.current).toBe(false);
    act(() => seen([{ isIntersecting: false }]));
    expect(result.current).toBe(false);
    act(() => seen([{ isIntersecting: true }]));
    expect(result.current).toBe(true);
    expect(disconnect).toHaveBeenCalled();
  });
});
