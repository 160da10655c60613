import { Alert, Button, Flex } from '@backstage/ui';
import { explainFailure } from './failure';
import { Visitor } from './visitor';

export const SignInFailed = (props: {
  visitor: Visitor;
  error: Error | undefined;
  onRetry: () => void;
  onLeave: () => void;
}) => {
  const { visitor, error, onRetry, onLeave } = props;
  const name = visitor === 'guest' ? 'a guest' : visitor.title;

  return (
    <Flex direction="column" gap="4">
      <Alert
        role="alert"
        status="danger"
        icon
        title={`Could not sign in as ${name}`}
        description={explainFailure(error)}
      />
      <Flex gap="3">
        <Button variant="primary" onPress={onRetry}>
          Try again
        </Button>
        <Button variant="secondary" onPress={onLeave}>
          Be somebody else
        </Button>
      </Flex>
    </Flex>
  );
};
