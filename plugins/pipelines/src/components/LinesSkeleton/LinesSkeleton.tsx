import { Flex, Skeleton } from '@backstage/ui';

/** Keeps the place of a list while it is being fetched. */
export function LinesSkeleton(props: { label: string; count?: number }) {
  const lines = Array.from({ length: props.count ?? 4 }, (_, index) => index);
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-label={`Loading ${props.label}`}
    >
      {lines.map(line => (
        <Skeleton key={line} height={18} width="100%" />
      ))}
    </Flex>
  );
}
