import { addCustomPart, customParts, readPart, removeCustomPart, rootNamespace } from '../src/word/ooxml/parts';
import type { World } from './things/thing';

/** Which requirement sets a host has: the newest version of each. */
export type Profile = Readonly<Record<string, string>>;

const common = { CustomXmlParts: '1.1', Settings: '1.1', OoxmlCoercion: '1.1', CompressedFile: '1.1', File: '1.1', DialogApi: '1.2' };

/** Hosts as they are: Office LTSC 2021 stops at WordApi 1.3, Microsoft 365 goes on. */
export const profiles = {
  ltsc2021: { ...common, WordApi: '1.3', IdentityAPI: '1.3' },
  m365: { ...common, WordApi: '1.9', WordApiDesktop: '1.4', IdentityAPI: '1.3', SharedRuntime: '1.1', NestedAppAuth: '1.1' },
} as const satisfies Record<string, Profile>;

interface Result {
  status: 'succeeded' | 'failed';
  value?: unknown;
  error?: { code: number; name: string; message: string };
}

type Tell = (result: Result) => void;

/** The Common API of a document: as far as the program uses it, with callbacks as Office has them. */
export function commonApi(world: World, profile: Profile): object {
  const answer = (args: unknown[], value: unknown): void => told(world, args, { status: 'succeeded', value });
  const refuse = (args: unknown[], message: string): void =>
    told(world, args, { status: 'failed', error: { code: 5001, name: 'InternalError', message } });

  const part = (name: string) => ({
    namespaceUri: rootNamespace(readPart(world.document.parts, name)),
    builtIn: false,
    getXmlAsync: (...args: unknown[]) => answer(args, readPart(world.document.parts, name)),
    deleteAsync: (...args: unknown[]) => {
      if (!world.faults.keepsParts) removeCustomPart(world.document.parts, name);
      answer(args, undefined);
    },
  });

  const customXmlParts = {
    getByNamespaceAsync: (namespace: string, ...args: unknown[]) => answer(args, customParts(world.document.parts, namespace).map(part)),
    addAsync: (xml: string, ...args: unknown[]) => {
      if (world.faults.losesParts === 'loudly') {
        refuse(args, 'the part is refused');
        return;
      }
      if (world.faults.losesParts === 'silently') {
        answer(args, { ...part(''), getXmlAsync: (...more: unknown[]) => answer(more, xml) });
        return;
      }
      answer(args, part(addCustomPart(world.document.parts, xml)));
    },
  };

  const getFileAsync = (type: string, ...args: unknown[]) => {
    if (type !== 'compressed') {
      refuse(args, 'only compressed');
      return;
    }
    const options = args.find((one): one is { sliceSize?: number } => typeof one === 'object' && one !== null) ?? {};
    const whole = world.document.package();
    const size = options.sliceSize ?? 4 * 1024 * 1024;
    openFiles++;
    answer(args, {
      size: whole.length,
      sliceCount: Math.ceil(whole.length / size),
      getSliceAsync: (index: number, ...more: unknown[]) => {
        if (world.faults.failsSlices-- > 0) {
          refuse(more, 'a slice fails');
          return;
        }
        answer(more, { index, size, data: Array.from(whole.slice(index * size, (index + 1) * size)) });
      },
      closeAsync: (...more: unknown[]) => {
        openFiles--;
        answer(more, undefined);
      },
    });
  };

  const settings = new Map<string, unknown>();
  return {
    displayLanguage: 'zh-CN',
    contentLanguage: 'zh-CN',
    host: 'Word',
    platform: 'PC',
    partitionKey: undefined,
    diagnostics: { host: 'Word', platform: 'PC', version: '16.0.0.0' },
    requirements: { isSetSupported: (name: string, version = '1.1') => reaches(profile[name], version) },
    document: {
      customXmlParts,
      getFileAsync,
      settings: {
        get: (key: string) => settings.get(key) ?? null,
        set: (key: string, value: unknown) => void settings.set(key, value),
        remove: (key: string) => void settings.delete(key),
        saveAsync: (...args: unknown[]) => answer(args, undefined),
      },
    },
  };
}

let openFiles = 0;

/** How many files that were asked for are not closed yet; Word holds two at most. */
export const filesOpen = () => openFiles;

function told(world: World, args: unknown[], result: Result): void {
  const tell = args.find((one): one is Tell => typeof one === 'function');
  if (!world.faults.hangsCommon) queueMicrotask(() => tell?.(result));
}

function reaches(has: string | undefined, asked: string): boolean {
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = asked.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
