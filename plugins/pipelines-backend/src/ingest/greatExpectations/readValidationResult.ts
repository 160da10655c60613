import { z } from 'zod';
import { parse } from '../../router/parse';
import { hashOf } from '../hashOf';
import { Measurement, Reader } from '../heard';
import { pipelineRef } from '../measurements/pipelineRef';
import {
  parseBody,
  parseEach,
  tooOld,
  unlessAllRefused,
} from '../measurements/refusal';
import { UnprocessableError } from '../UnprocessableError';
import { ExpectationResult, expectationResult } from './expectationResult';
import { SuiteRun, suiteResult, suiteRunOf } from './suiteRun';

const querySchema = z.strictObject({ pipelineRef });

function measured(
  { assertion, config, column, isMet, values }: ExpectationResult,
  { run, subject }: { run: SuiteRun; subject: Measurement['subject'] },
): Measurement[] {
  const common = {
    subject,
    dimensions: {
      assertion,
      ...(column !== undefined && { column }),
      ...(run.dataset !== undefined && { dataset: run.dataset }),
      ...(run.suite !== undefined && { suite: run.suite }),
    },
    at: run.at,
    key: hashOf(run.id, config),
  };
  const passed: Measurement = {
    ...common,
    metric: 'assertions.passed',
    figure: { good: isMet ? 1 : 0, total: 1 },
  };
  if (!values) return [passed];
  return [passed, { ...common, metric: 'values.valid', figure: values }];
}

/**
 * Reads a validation result of Great Expectations, of version 0 or 1: each
 * expectation as an assertion, and how many of the values it looked at were as
 * expected. A suite without expectations says nothing, whatever its `success`.
 */
export const readValidationResult: Reader = ({
  body,
  query,
  receivedAt,
  oldest,
}) => {
  const subject = parse(querySchema, query);
  const suite = parseBody(suiteResult, body);
  const run = suiteRunOf(suite, receivedAt);
  if (run.at < oldest) {
    throw new UnprocessableError(
      `the validation is of ${run.at.toISOString()}: ${tooOld(oldest)}`,
    );
  }
  const { parsed, refused } = parseEach({
    schema: expectationResult,
    items: suite.results,
    path: 'results',
  });
  return unlessAllRefused({
    received: suite.results.length,
    measurements: parsed.flatMap(each => measured(each, { run, subject })),
    refused,
  });
};
