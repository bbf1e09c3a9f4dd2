/** What signing in needs of Office; nothing of it is there outside. */
interface OfficeHost {
  context?: {
    requirements?: { isSetSupported: (name: string, version: string) => boolean };
    ui?: OfficeUi;
  };
  auth?: { getAuthContext?: () => Promise<{ userPrincipalName?: string }> };
}

interface OfficeUi {
  displayDialogAsync: (address: string, options: { height: number; width: number }, tell: (result: DialogResult) => void) => void;
  messageParent: (message: string, options?: { targetOrigin: string }) => void;
}

interface DialogResult {
  status: string;
  error?: { code: number };
  value?: OfficeDialog;
}

/** Something that happened to a window, or a message of it. */
export interface DialogEvent {
  message?: string;
  /** Whose page sent the message; not told by an old Office. */
  origin?: string;
  error?: number;
}

/** A window that Office has opened for us. */
export interface OfficeDialog {
  addEventHandler: (event: string, tell: (happened: DialogEvent) => void) => void;
  close: () => void;
}

function host(): OfficeHost | undefined {
  return (globalThis as unknown as { Office?: OfficeHost }).Office;
}

/** Whether Office itself can vouch for the person: nested app authentication. */
export function canNest(): boolean {
  return has('NestedAppAuth');
}

/** Whether Office tells from which page a message of a window is, and can send one to a certain page only. */
export function tellsOrigins(): boolean {
  return has('DialogOrigin');
}

function has(set: string): boolean {
  try {
    return host()?.context?.requirements?.isSetSupported(set, '1.1') === true;
  } catch {
    return false;
  }
}

/** Under what name the person has signed in to Office; empty where that is not told. */
export async function loginHint(): Promise<string> {
  try {
    return (await host()?.auth?.getAuthContext?.())?.userPrincipalName ?? '';
  } catch {
    return '';
  }
}

/** Office's windows and messages; null outside of Office. */
export function officeUi(): OfficeUi | null {
  return host()?.context?.ui ?? null;
}
