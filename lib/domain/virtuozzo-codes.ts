/** What a code of the Virtuozzo envelope means (04-wire §2). `source` is the part of the platform that says it. */
export interface VirtuozzoCode {
  code: number;
  source: 'hx-core' | 'JEL';
  error: string;
  meaning: string;
}

/** Every code this desk answers, besides 0. `[x]` stands for what was asked. Also the table of the reference page. */
export const virtuozzoCodes = {
  invalidParameter: {
    code: 3,
    source: 'hx-core',
    error: 'invalid parameter [x]',
    meaning: 'A parameter is missing, wrong, too long, given twice, or its name is taken.',
  },
  notFound: {
    code: 5,
    source: 'JEL',
    error: 'not found',
    meaning: 'What is named besides the environment does not exist: an archive, an endpoint, an app.',
  },
  ownerLacks: {
    code: 8,
    source: 'hx-core',
    error: 'permission denied',
    meaning:
      'The owner does not hold the permission now, the token may not be used this way, or a token would be stronger than the one that makes it.',
  },
  unknownEnvironment: {
    code: 11,
    source: 'JEL',
    error: 'application [x] not exist',
    meaning: 'There is no such environment, or it is out of the token’s sight.',
  },
  failed: {
    code: 99,
    source: 'JEL',
    error: 'the change is not possible',
    meaning: 'A limit stands in the way, or the desk failed. The reason follows.',
  },
  notAuthenticated: {
    code: 701,
    source: 'hx-core',
    error: 'authentication failed',
    meaning:
      'Nothing was presented, or it was presented in the address where that is switched off; or the password is wrong.',
  },
  invalidSession: {
    code: 702,
    source: 'hx-core',
    error: 'invalid session',
    meaning: 'What was presented is no live token or session: unknown, malformed, expired or removed.',
  },
  unknownMethod: {
    code: 1702,
    source: 'hx-core',
    error: 'script = x not found',
    meaning: 'There is no such method.',
  },
  wrongStatus: {
    code: 2212,
    source: 'JEL',
    error: 'the environment [x] has the wrong status',
    meaning: 'The environment is in a status in which this cannot be done.',
  },
  tokenLacks: {
    code: 8202,
    source: 'hx-core',
    error: 'the token lacks the permission service.component.Method',
    meaning: 'The token itself lacks the permission, which is named.',
  },
} as const satisfies Record<string, VirtuozzoCode>;
