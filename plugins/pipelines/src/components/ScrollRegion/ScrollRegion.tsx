import { ReactNode, useLayoutEffect, useRef, useState } from 'react';

/**
 * A box that scrolls when what is in it is too long. Then Tab reaches it, so that
 * it can be scrolled by keyboard, and it has a name; else it is in nobody's way.
 */
export function ScrollRegion(props: {
  label: string;
  /** Limits the height; the rest scrolls. */
  className: string;
  children: ReactNode;
}) {
  const { label, className, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isTooLong, setTooLong] = useState(false);
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = box.current ?? {};
    setTooLong(scrollHeight > clientHeight);
  }, [children]);
  const reach = isTooLong
    ? { tabIndex: 0, role: 'region', 'aria-label': label }
    : {};
  return (
    <div
      ref={box}
      className={className}
      style={{ overflow: 'auto' }}
      {...reach}
    >
      {children}
    </div>
  );
}
