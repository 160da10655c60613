import { useEffect, useRef } from 'react';

const listeners = new Map<string, Set<() => void>>();

/** Tells every open card of a rotation that something about it was changed here. */
export function announceRotationUpdate(rotationRef: string): void {
  listeners.get(rotationRef)?.forEach(listener => listener());
}

/**
 * Calls back when a rotation was changed from this page. Cards of one page are
 * extensions of their own and share no state: a cover made in one must show in
 * the others.
 */
export function useRotationUpdates(
  rotationRef: string,
  onUpdate: () => void,
): void {
  const latest = useRef(onUpdate);
  latest.current = onUpdate;
  useEffect(() => {
    const listener = () => latest.current();
    const ofRotation = listeners.get(rotationRef) ?? new Set();
    listeners.set(rotationRef, ofRotation.add(listener));
    return () => {
      ofRotation.delete(listener);
      if (!ofRotation.size) listeners.delete(rotationRef);
    };
  }, [rotationRef]);
}
