// What the company's tools would have told the demo portal: `npm run demo:tools`
// while it runs. Sends the runs, figures and alerts of this month and the two
// before it over HTTP, as Airflow, curl and Alertmanager would, and does what
// people did on the pages. Sending again adds what has happened since, and within
// a week changes nothing.
import { alertsOf } from './demo/alerts.mjs';
import { toldOf } from './demo/calendar.mjs';
import { figuresOf } from './demo/figures.mjs';
import { actAsPeople, untilJudged } from './demo/people.mjs';
import { postAs } from './demo/post.mjs';
import { brokenEvent, eventsOf, runsOf } from './demo/runs.mjs';
import { storiesOf } from './demo/stories.mjs';
import { toolsToken } from './tools-token.mjs';

const PIPELINES = ['profit', 'growth', 'engagement', 'executive'];
const [backend = 'http://localhost:7007'] = process.argv.slice(2);

const send = (path, body) =>
  postAs(toolsToken(), `${backend}/api/pipelines/v1${path}`, body);

async function sendInParts(items, size, sendPart) {
  for (let begin = 0; begin < items.length; begin += size) {
    await sendPart(items.slice(begin, begin + size));
  }
}

async function main() {
  const told = toldOf(Date.now());
  const stories = storiesOf(told);
  const runs = runsOf(told, stories);
  const events = runs.flatMap(run => eventsOf(run, told.now));
  const figures = figuresOf(told, stories, runs);
  const alerts = alertsOf(told, stories);

  await untilJudged(backend, PIPELINES);
  await sendInParts(events, 1_000, part => send('/lineage/batch', part));
  await sendInParts(figures, 4_000, measurements =>
    send('/measurements', { measurements }),
  );
  await send('/alerts/alertmanager', {
    version: '4',
    status: 'firing',
    alerts,
  });
  // What goes wrong in every company; that it is refused is what is to be seen.
  await send('/lineage', brokenEvent(told)).catch(() => {});
  console.log(
    `Sent ${events.length} events, ${figures.length} figures and ${alerts.length} alerts to ${backend}.`,
  );
  await actAsPeople(backend, told, stories);
  console.log('People have excluded a time and signed a review.');
}

try {
  await main();
} catch (error) {
  // Without a stack: it is the portal that says no.
  const { cause } = error;
  console.error(
    `The demo data could not be sent to ${backend}: ${error.message}${
      cause ? ` (${cause.message || cause.code})` : ''
    }`,
  );
  process.exitCode = 1;
}
