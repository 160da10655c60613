import { Flex, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { PersonAvatar } from '../PersonAvatar';

/** A person or group: initials, name, and what there is to say of them below. */
export function Person(props: {
  entityRef: string;
  /** Stands beside the name. */
  badge?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Flex gap="3" align="start">
      <PersonAvatar entityRef={props.entityRef} />
      <Flex direction="column" gap="1" style={{ minWidth: 0 }}>
        <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
          <Text weight="bold">
            <EntityRefLink entityRef={props.entityRef} hideIcon />
          </Text>
          {props.badge}
        </Flex>
        {props.children && (
          <Text as="div" variant="body-small" color="secondary">
            {props.children}
          </Text>
        )}
      </Flex>
    </Flex>
  );
}
