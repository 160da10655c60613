import { Flex, ToggleButton } from '@backstage/ui';
import { ReactNode, useState } from 'react';

/** A picture, and a button that shows the same as a table instead. */
export function PictureAndTwin(props: {
  /** What the picture shows. */
  label: string;
  picture: ReactNode;
  twin: ReactNode;
}) {
  const { label, picture, twin } = props;
  const [isTable, setTable] = useState(false);
  return (
    <Flex direction="column" gap="2">
      <Flex justify="end">
        <ToggleButton
          size="small"
          isSelected={isTable}
          onChange={setTable}
          aria-label={`${label}, as a table`}
        >
          Table
        </ToggleButton>
      </Flex>
      {isTable ? twin : picture}
    </Flex>
  );
}
