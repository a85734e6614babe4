import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

interface Post {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** A real receiver of webhooks. */
export interface WebhookReceiver {
  /** It does not listen yet. */
  readonly server: Server;
  readonly posts: Post[];
  /** Keeps what comes and never answers, or takes it. */
  readonly hang: (isHanging: boolean) => void;
}

/** Opens a receiver that takes everything and keeps it. */
export const openWebhookReceiver = (): WebhookReceiver => {
  const posts: Post[] = [];
  let isSilent = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posts.push({ body, headers: request.headers });
      if (!isSilent) response.writeHead(204).end();
    });
  });
  const hang = (isHanging: boolean): void => {
    isSilent = isHanging;
  };
  return { server, posts, hang };
};
