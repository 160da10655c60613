import { Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** What is said besides, small and in grey, on a line of its own. */
export function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text as="div" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}
