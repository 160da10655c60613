import { Flex, Skeleton } from '@backstage/ui';

/** Keeps the place of people while they are being fetched. */
export function PeopleSkeleton(props: { label: string; count?: number }) {
  const places = Array.from({ length: props.count ?? 2 }, (_, index) => index);
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-label={`Loading ${props.label}`}
    >
      {places.map(place => (
        <Flex key={place} gap="3" align="center">
          <Skeleton width={34} height={34} rounded />
          <Flex direction="column" gap="2">
            <Skeleton width={160} height={14} />
            <Skeleton width={220} height={12} />
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
