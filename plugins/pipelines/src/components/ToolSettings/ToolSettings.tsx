import { CodeSnippet } from '@backstage/core-components';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { Flex, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useLoaded } from '../../hooks/useLoaded';
import { KEY_SETTING, Setting, toolSettings } from '../../setup';
import { LinesSkeleton } from '../LinesSkeleton';
import { SetupFailure } from '../SetupFailure';

/** A line of JSON has no spaces to break at; the button stands at the right. */
const WRAPPED = { overflowWrap: 'anywhere', paddingRight: 48 };

function Lines({ setting }: { setting: Setting }) {
  const { about, language, text } = setting;
  return (
    <div>
      <Text as="p" color="secondary">
        {about}
      </Text>
      <CodeSnippet
        language={language}
        text={text}
        showCopyCodeButton
        wrapLongLines
        customStyle={WRAPPED}
      />
    </div>
  );
}

/** What to set in each tool so that it sends, with the address of this backend. */
export function ToolSettings() {
  const discoveryApi = useApi(discoveryApiRef);
  const baseUrl = useLoaded('base url', () =>
    discoveryApi.getBaseUrl('pipelines'),
  );
  if (baseUrl.state === 'loading') return <LinesSkeleton label="settings" />;
  if (baseUrl.state === 'failed') {
    return (
      <SetupFailure
        error={baseUrl.error}
        what="where it is"
        onRetry={baseUrl.reload}
      />
    );
  }
  const tools = toolSettings(baseUrl.value);
  return (
    <Flex direction="column" gap="4">
      <section aria-label="A key for each tool">
        <Text as="h4" weight="bold">
          1. A key for each tool
        </Text>
        <Lines setting={KEY_SETTING} />
      </section>
      <section aria-label="The tool itself">
        <Text as="h4" weight="bold">
          2. The tool itself
        </Text>
        <Tabs>
          <TabList aria-label="Tools">
            {tools.map(({ id, title }) => (
              <Tab key={id} id={id}>
                {title}
              </Tab>
            ))}
          </TabList>
          {tools.map(({ id, settings }) => (
            <TabPanel key={id} id={id}>
              <Flex direction="column" gap="3">
                {settings.map(setting => (
                  <Lines key={setting.about} setting={setting} />
                ))}
              </Flex>
            </TabPanel>
          ))}
        </Tabs>
      </section>
    </Flex>
  );
}
