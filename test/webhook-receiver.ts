import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

interface Post {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** A real receiver of webhooks that takes everything and keeps it. It does not listen yet. */
export const openWebhookReceiver = (): { readonly server: Server; readonly posts: Post[] } => {
  const posts: Post[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posts.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
  });
  return { server, posts };
};
