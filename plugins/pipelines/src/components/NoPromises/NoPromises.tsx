import { SetupHint } from '../SetupHint';

const EXAMPLE = `spec:
  sla:
    timeZone: America/New_York
    objectives:
      - id: freshness
        type: freshness
        maxAge: 24h
      - id: resolution
        type: resolution
        severities: [critical]
        within: 48h`;

/** Stands where promises would be, and shows how to make some. */
export function NoPromises() {
  return (
    <SetupHint title="This pipeline promises nothing yet." yaml={EXAMPLE}>
      Write down what those who use its figures may rely on, in the pipeline's
      own file.
    </SetupHint>
  );
}
