import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ingestSendPermission } from '@techflow/backstage-plugin-pipelines-common';
import { Request, RequestHandler, Response } from 'express';
// Counts in windows of time; the calendar feeds use it as well.
import { rateLimit } from 'express-rate-limit';

const WINDOW_MS = 10_000;

/** Who sends. */
export interface Sender {
  /** Subject of the credentials, such as `external:airflow`. */
  readonly name: string;
  /** A person, not a tool. */
  readonly isPerson: boolean;
}

function senderOf({
  principal,
}: BackstageCredentials<
  { type: 'user'; userEntityRef: string } | { type: 'service'; subject: string }
>): Sender {
  return principal.type === 'user'
    ? { name: principal.userEntityRef, isPerson: true }
    : { name: principal.subject, isPerson: false };
}

/** Lets senders in, each at his rate. */
export class Senders {
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #limit: RequestHandler;
  readonly #senderOf = new WeakMap<Request, string>();

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    requestsPerSecond: number;
  }) {
    const { requestsPerSecond } = options;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#limit = rateLimit({
      windowMs: WINDOW_MS,
      limit: (requestsPerSecond * WINDOW_MS) / 1000,
      keyGenerator: request => this.#senderOf.get(request) ?? '',
      standardHeaders: false,
      legacyHeaders: false,
      validate: { trustProxy: false, xForwardedForHeader: false },
      handler: (_request, _response, next) =>
        next(
          new ServiceUnavailableError(
            `You send more than ${requestsPerSecond} requests a second`,
          ),
        ),
    });
  }

  /**
   * Who sends.
   *
   * @throws AuthenticationError, NotAllowedError
   */
  async admit(request: Request): Promise<Sender> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: ingestSendPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${ingestSendPermission.name} to send anything`,
      );
    }
    const sender = senderOf(credentials);
    this.#senderOf.set(request, sender.name);
    return sender;
  }

  /**
   * Lets a request of an admitted sender pass, at his rate.
   *
   * @throws ServiceUnavailableError when he sends too fast: OpenLineage clients
   *   throw an event away on 429, and send it again on 503
   */
  async slowDown(request: Request, response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#limit(request, response, error =>
        error ? reject(error) : resolve(),
      );
    });
  }
}
