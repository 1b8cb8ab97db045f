import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A position in a file. Both numbers start at 0, as in the protocol. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** An error that an editor underlines. */
export interface Diagnostic {
  readonly message: string;
  readonly severity?: number;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** A completion that an editor offers. */
export interface Completion {
  readonly label: string;
  readonly insertText?: string;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Editor settings. The schema catalog is off because it would be fetched. */
const settings: Readonly<Record<string, unknown>> = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false, url: '' } },
};

const require = createRequire(import.meta.url);
const program = require.resolve('yaml-language-server/bin/yaml-language-server');

/** A client for the YAML language server, over stdio like an editor. */
export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #published = new Map<string, Published>();
  #waiting: (() => void)[] = [];
  #buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(cwd: string) {
    // A closed port stops all network requests.
    const nowhere = 'http://127.0.0.1:9';
    const env = { PATH: process.env['PATH'], HOME: cwd, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere };
    this.#process = spawn(process.execPath, [program, '--stdio'], { cwd, env });
    this.#process.stdout.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  /** Starts the server in a folder. */
  static async start(cwd: string): Promise<LanguageServer> {
    const server = new LanguageServer(cwd);
    const rootUri = pathToFileURL(cwd).href;
    await server.#ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'company' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
          publishDiagnostics: { versionSupport: true },
        },
      },
    });
    server.#tell('initialized', {});
    server.#tell('workspace/didChangeConfiguration', { settings });
    return server;
  }

  /** Opens a file with a text and waits for its diagnostics. */
  async open(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    for (;;) {
      const published = this.#published.get(uri);
      if (published !== undefined) return published.diagnostics;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  /** Returns the completions at a position of an open file. */
  async complete(path: string, position: Place): Promise<readonly Completion[]> {
    const textDocument = { uri: pathToFileURL(path).href };
    const result = await this.#ask('textDocument/completion', { textDocument, position });
    return Array.isArray(result) ? (result as Completion[]) : (result as { items: Completion[] }).items;
  }

  /** Returns the hover text at a position of an open file. */
  async hover(path: string, position: Place): Promise<string> {
    const textDocument = { uri: pathToFileURL(path).href };
    const result = (await this.#ask('textDocument/hover', { textDocument, position })) as {
      readonly contents: { readonly value: string };
    } | null;
    return result?.contents.value ?? '';
  }

  /** Stops the server as an editor does, and waits for its exit. */
  async stop(): Promise<void> {
    const gone = new Promise<void>((done) => this.#process.once('close', () => done()));
    await this.#ask('shutdown', null);
    this.#tell('exit', null);
    this.#process.stdin.end();
    await gone;
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error.message)),
      );
      this.#send({ id, method, params });
    });
  }

  #receive(bytes: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, bytes]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, head))?.[1]);
      if (head === -1 || this.#buffer.length < head + 4 + length) return;
      const body = this.#buffer.toString('utf8', head + 4, head + 4 + length);
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) this.#answers.get(Number(id))?.(message);
    else if (id !== undefined) this.#send({ id, result: this.#resultFor(method, params) });
    else if (method === 'textDocument/publishDiagnostics') {
      const published = params as Published;
      this.#published.set(published.uri, published);
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }

  /** Answers requests of the server: with the settings per section, and null otherwise. */
  #resultFor(method: string, params: unknown): unknown {
    if (method !== 'workspace/configuration') return null;
    const { items } = params as { readonly items: readonly { readonly section?: string }[] };
    return items.map(({ section = '' }) => settings[section] ?? {});
  }
}
