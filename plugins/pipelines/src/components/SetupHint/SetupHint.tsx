import { CodeSnippet } from '@backstage/core-components';
import { Flex, Link, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** Where the entity kinds and their fields are described. */
const DOCS_URL =
  'https://github.com/techflow/backstage-plugin-pipelines/tree/main/docs';

/** Something is not set up yet: says so, and shows the lines that set it up. */
export function SetupHint(props: {
  title: string;
  children: ReactNode;
  /** Lines for the entity's YAML file. */
  yaml: string;
}) {
  return (
    <Flex direction="column" gap="3">
      <Text as="p" weight="bold">
        {props.title}
      </Text>
      <Text as="p" color="secondary">
        {props.children}
      </Text>
      <CodeSnippet language="yaml" text={props.yaml} showCopyCodeButton />
      <Text as="p" variant="body-small">
        <Link href={DOCS_URL} variant="body-small">
          All fields and examples
        </Link>
      </Text>
    </Flex>
  );
}
