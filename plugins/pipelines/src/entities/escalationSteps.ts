import {
  durationToWords,
  EscalationPolicyEntity,
  EscalationTarget,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from './fullRef';

/** A role of the pipeline that an escalation target may name. */
export type EscalationRole = Extract<
  EscalationTarget,
  { role: string }
>['role'];

/** Whom one target of an escalation level comes to. */
export interface EscalationContact {
  /** People and groups; empty when the pipeline has nobody in the role. */
  refs: string[];
  role?: EscalationRole;
  /** When only this one is told, in words; undefined for always. */
  condition?: string;
  /** Pipelines this one is told of; undefined for all. */
  pipelines?: string[];
}

/** One level of an escalation policy, its targets resolved. */
export interface EscalationStep {
  name: string;
  /** "at once" or "after 30 minutes". */
  after: string;
  /** What the level is there for, in the author's words. */
  purposes: string[];
  contacts: EscalationContact[];
}

/** The pipeline that role targets are looked up in. */
export interface EscalationSubject {
  pipeline: PipelineEntity;
  /** Reference of the person on call, when that is known. */
  onCallRef?: string;
}

function roleRefs(role: EscalationRole, subject: EscalationSubject): string[] {
  const { pipeline, onCallRef } = subject;
  const { owner, secondaryOwner, stakeholders } = pipeline.spec;
  const held = {
    'primary-owner': [owner],
    'secondary-owner': secondaryOwner ? [secondaryOwner] : [],
    stakeholders: stakeholders ?? [],
    'on-call': onCallRef ? [onCallRef] : [],
  }[role];
  return held.map(ref => fullRef(ref, { kind: 'Group', from: pipeline }));
}

function conditionOf(target: EscalationTarget): string | undefined {
  if (target.for) return target.for;
  return target.severities && `${target.severities.join(' and ')} issues`;
}

function contactOf(
  target: EscalationTarget,
  policy: EscalationPolicyEntity,
  subject: EscalationSubject | undefined,
): EscalationContact {
  const common = {
    condition: conditionOf(target),
    pipelines: target.pipelines?.map(ref =>
      fullRef(ref, { kind: 'Pipeline', from: policy }),
    ),
  };
  return 'role' in target
    ? {
        ...common,
        role: target.role,
        refs: subject ? roleRefs(target.role, subject) : [],
      }
    : {
        ...common,
        refs: [fullRef(target.ref, { kind: 'Group', from: policy })],
      };
}

function afterWords(after: string): string {
  return /^0+\D/.test(after) ? 'at once' : `after ${durationToWords(after)}`;
}

/**
 * The levels of an escalation policy as steps. With a pipeline, its roles are
 * resolved to people and groups, and targets meant for other pipelines are left
 * out.
 */
export function escalationSteps(
  policy: EscalationPolicyEntity,
  subject?: EscalationSubject,
): EscalationStep[] {
  const self =
    subject &&
    fullRef(subject.pipeline.metadata.name, {
      kind: 'Pipeline',
      from: subject.pipeline,
    });
  return policy.spec.levels.map(level => ({
    name: level.name,
    after: afterWords(level.after),
    purposes: level.for ?? [],
    contacts: level.targets
      .map(target => contactOf(target, policy, subject))
      .filter(
        ({ pipelines }) => !self || !pipelines || pipelines.includes(self),
      ),
  }));
}
