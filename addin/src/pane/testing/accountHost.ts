import { expect, vi } from 'vitest';

/** What MSAL was asked, and what it is to do; a script is used up, and what is asked without one fails the test. */
export class Msal {
  readonly silent: (() => Promise<{ accessToken: string }>)[] = [];
  readonly popup: (() => Promise<{ accessToken: string }>)[] = [];
  readonly redirect: (() => Promise<{ accessToken: string } | null>)[] = [];
  readonly made: { isNestable: boolean; redirectUri: string }[] = [];
  readonly redirected: string[][] = [];

  readonly module = {
    createNestablePublicClientApplication: (settings: object) => this.make(true, settings),
    createStandardPublicClientApplication: (settings: object) => this.make(false, settings),
  };

  private make(isNestable: boolean, settings: object): Promise<object> {
    const { auth } = settings as { auth: { clientId: string; authority: string; redirectUri: string } };
    expect(auth.clientId).not.toBe('');
    expect(auth.authority).toMatch(/^https:\/\//);
    expect(auth.redirectUri).not.toContain('#');
    this.made.push({ isNestable, redirectUri: auth.redirectUri });
    return Promise.resolve({
      ssoSilent: (asked: { scopes: string[] }) => this.next(this.silent, asked),
      acquireTokenPopup: (asked: { scopes: string[] }) => this.next(this.popup, asked),
      handleRedirectPromise: () => (this.redirect.shift() ?? (() => Promise.reject(new Error('no redirect was foreseen'))))(),
      loginRedirect: ({ scopes }: { scopes: string[] }) => {
        this.redirected.push(scopes);
        return Promise.resolve();
      },
    });
  }

  private next(script: (() => Promise<{ accessToken: string }>)[], asked: { scopes: string[] }): Promise<{ accessToken: string }> {
    // Office vouches only for something: at least one scope that is no mere name of the person.
    expect(asked.scopes.filter((scope) => !['openid', 'profile', 'offline_access'].includes(scope))).toHaveLength(1);
    const act = script.shift();
    if (!act) throw new Error('MSAL was asked once too often');
    return act();
  }
}

/** An error as MSAL throws it. */
export function msalError(errorCode: string): Error {
  return Object.assign(new Error(`${errorCode}: see aka.ms/msal`), { name: 'BrowserAuthError', errorCode });
}

type Told = { message?: string; origin?: string; error?: number };

/** The Dialog API of Office, which allows one window at a time, and no call on one that is closed. */
export class Dialogs {
  readonly addresses: string[] = [];
  isBlocked = false;
  throws = false;
  isOpen = false;
  private handlers = new Map<string, (told: Told) => void>();

  constructor(isNestable: boolean) {
    vi.stubGlobal('Office', {
      context: {
        requirements: { isSetSupported: (name: string) => name === 'DialogOrigin' || (isNestable && name === 'NestedAppAuth') },
        ui: { displayDialogAsync: this.display, messageParent: this.messageParent },
      },
      auth: { getAuthContext: () => Promise.resolve({ userPrincipalName: 'zhang@example.gov.cn' }) },
    });
  }

  readonly messageParent = vi.fn();

  private readonly display = (address: string, size: { height: number; width: number }, tell: (result: object) => void): void => {
    if (this.throws) throw new Error('displayDialogAsync is not available');
    expect(new URL(address).origin).toBe(window.location.origin);
    expect([size.height, size.width].every((one) => one > 0 && one <= 100)).toBe(true);
    this.addresses.push(address);
    if (this.isBlocked || this.isOpen) {
      setTimeout(() => tell({ status: 'failed', error: { code: this.isOpen ? 12007 : 12009 } }));
      return;
    }
    this.isOpen = true;
    const handlers = new Map<string, (told: Told) => void>();
    this.handlers = handlers;
    const value = {
      addEventHandler: (event: string, handler: (told: Told) => void) => {
        expect(['dialogMessageReceived', 'dialogEventReceived']).toContain(event);
        handlers.set(event, handler);
      },
      close: () => {
        expect(this.isOpen, 'a window was closed twice').toBe(true);
        this.isOpen = false;
      },
    };
    setTimeout(() => tell({ status: 'succeeded', value }));
  };

  /** The word that the newest window was given. */
  get nonce(): string {
    return this.addresses.at(-1)?.split('#/signin/')[1] ?? '';
  }

  /** A page in the window sends something. */
  send(message: unknown, origin: string | null = window.location.origin): void {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    this.handlers.get('dialogMessageReceived')?.(origin === null ? { message: text } : { message: text, origin });
  }

  /** The window is closed by the person, or fails. */
  happen(error: number): void {
    if (error === 12006) this.isOpen = false;
    this.handlers.get('dialogEventReceived')?.({ error });
  }
}
