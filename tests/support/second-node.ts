import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** What the second node is asked. */
export interface NodeWish {
  id: number;
  kind: 'verify' | 'watch' | 'following' | 'services' | 'cut';
  secret?: string;
  gateway?: string;
  isCut?: boolean;
}

export interface NodeAnswer {
  id: number;
  kind: 'began' | 'done';
  outcome: string;
  /** Milliseconds since 1970, by the clock that only rises, when the outcome changed. */
  at?: number;
}

/** Another process on the same database. */
export interface SecondNode {
  verify: (secret: string) => Promise<string>;
  verifyGateway: (gateway: string) => Promise<string>;
  /** Asks without end; resolves once it does, with what resolves when the outcome changes. */
  watch: (secret: string) => Promise<{ changed: Promise<Required<Pick<NodeAnswer, 'outcome' | 'at'>>> }>;
  isFollowing: () => Promise<boolean>;
  services: () => Promise<string>;
  cut: (isCut: boolean) => Promise<void>;
  stop: () => void;
  resume: () => void;
  end: () => void;
}

/** Starts a second node and waits until it follows the log. */
export async function secondNode(): Promise<SecondNode> {
  const child = fork(path.join(import.meta.dirname, 'node-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await heard(child, (answer) => answer.id === 0);
  let last = 0;
  const ask = (wish: Omit<NodeWish, 'id'>) => {
    last += 1;
    const id = last;
    const began = heard(child, (answer) => answer.id === id);
    const done = heard(child, (answer) => answer.id === id && answer.kind === 'done');
    child.send({ id, ...wish });
    return { began, done };
  };
  const outcome = async (wish: Omit<NodeWish, 'id'>) => (await ask(wish).done).outcome;
  return {
    verify: (secret) => outcome({ kind: 'verify', secret }),
    verifyGateway: (gateway) => outcome({ kind: 'verify', gateway }),
    watch: async (secret) => {
      const { began, done } = ask({ kind: 'watch', secret });
      await began;
      return { changed: done.then((answer) => ({ outcome: answer.outcome, at: answer.at ?? Number.NaN })) };
    },
    isFollowing: async () => (await outcome({ kind: 'following' })) === 'true',
    services: () => outcome({ kind: 'services' }),
    cut: async (isCut) => void (await outcome({ kind: 'cut', isCut })),
    stop: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    end: () => void child.kill('SIGKILL'),
  };
}

function heard(child: ChildProcess, isIt: (answer: NodeAnswer) => boolean): Promise<NodeAnswer> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      const answer = message as NodeAnswer;
      if (!isIt(answer)) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer);
    };
    const onExit = () => reject(new Error('The second node ended.'));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
