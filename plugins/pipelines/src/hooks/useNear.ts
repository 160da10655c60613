import { RefObject, useEffect, useState } from 'react';

/** This far below the window something counts as near. */
const AHEAD = '400px';

/**
 * Whether an element is in view or nearly so, or was before. Where the browser
 * cannot tell, everything is near.
 */
export function useNear(element: RefObject<Element>): boolean {
  const [isNear, setNear] = useState(
    () => typeof IntersectionObserver === 'undefined',
  );
  useEffect(() => {
    if (isNear || !element.current) return () => {};
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isNear, element]);
  return isNear;
}
