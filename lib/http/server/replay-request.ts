import { IncomingMessage } from 'node:http';

/** The same request with its body already read, for a handler that wants to read it itself. */
export function replayRequest(request: IncomingMessage, body: Buffer): IncomingMessage {
  const replay = new IncomingMessage(request.socket);
  replay.httpVersion = request.httpVersion;
  replay.httpVersionMajor = request.httpVersionMajor;
  replay.httpVersionMinor = request.httpVersionMinor;
  replay.headers = request.headers;
  replay.rawHeaders = request.rawHeaders;
  if (request.method !== undefined) replay.method = request.method;
  if (request.url !== undefined) replay.url = request.url;
  replay.complete = true;
  replay.push(body);
  replay.push(null);
  return replay;
}
