import type { FakeWord } from './host';
import { HostError } from './faults';
import type { Request } from './executor';

/** The undocumented parts of the object model that a double needs. */
interface Library {
  SessionBase: { new (): object; _overrideSession?: object };
  BatchApiHelper: {
    createMethodObject(
      type: unknown,
      parent: unknown,
      name: string,
      operation: number,
      args: unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      byId: null,
      flags: number,
    ): unknown;
    invokeMethod(parent: unknown, name: string, operation: number, args: unknown[], flags: number, resultType: number): unknown;
    invokeSetProperty(parent: unknown, name: string, value: unknown, flags: number): void;
  };
  Utility: { throwIfNotLoaded(name: string, value: unknown, type: string, isNull: unknown): void };
}

interface Model {
  Document: { prototype: Record<string, unknown> };
  ContentControl: { prototype: Record<string, unknown> };
  SectionCollection: unknown;
}

/** What Word's own script defines. */
export interface Globals {
  OfficeExtension: unknown;
  Word: unknown;
  Office?: unknown;
}

/** Puts the double behind the object model: from now on `Word.run` and `Office.context` speak to it. */
export function install(word: FakeWord, globals: Globals): void {
  const library = globals.OfficeExtension as Library;
  addNewer(library, globals.Word as Model);
  class Session extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<object> {
      return Promise.resolve({ url: '', headers: {} });
    }

    _createRequestExecutorOrNull(): object {
      return {
        executeAsync: async (_data: string, _flags: number, message: { Body: Request }) => {
          try {
            // As on a wire: nothing is shared between the two sides.
            const body = await word.answer(structuredClone(message.Body));
            return { ErrorCode: '', ErrorMessage: '', Headers: {}, Body: structuredClone(body) };
          } catch (error) {
            const told = error instanceof HostError ? error : new HostError('GeneralException', String(error));
            return { ErrorCode: told.code, ErrorMessage: told.message, Headers: {}, Body: null };
          }
        },
      };
    }
  }
  library.SessionBase._overrideSession = new Session();
  const info = { host: 'Word', platform: 'PC' };
  const office = {
    context: word.context,
    FileType: { Compressed: 'compressed', Pdf: 'pdf', Text: 'text' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Ooxml: 'ooxml', Text: 'text' },
    HostType: { Word: 'Word' },
    PlatformType: { PC: 'PC' },
    actions: { associate: () => undefined },
    onReady: (tell?: (ready: object) => unknown) => {
      tell?.(info);
      return Promise.resolve(info);
    },
  };
  globals.Office = office;
}

/** Members that came after the npm copy of the object model (2022); whether a host has them is asked of the requirement sets. */
function addNewer(library: Library, model: Model): void {
  const { BatchApiHelper: api, Utility } = library;
  Object.defineProperty(model.Document.prototype, 'changeTrackingMode', {
    configurable: true,
    get(this: { _C?: unknown; _isNull: unknown }) {
      Utility.throwIfNotLoaded('changeTrackingMode', this._C, 'Document', this._isNull);
      return this._C;
    },
    set(this: { _C?: unknown }, value: unknown) {
      this._C = value;
      api.invokeSetProperty(this, 'ChangeTrackingMode', value, 0);
    },
  });
  model.Document.prototype['insertFileFromBase64'] = function (this: unknown, base64: string, location: string, options?: object) {
    return api.createMethodObject(
      model.SectionCollection,
      this,
      'InsertFileFromBase64',
      0,
      [base64, location, options],
      true,
      true,
      null,
      0,
    );
  };
  model.ContentControl.prototype['getReviewedText'] = function (this: unknown, version: string) {
    return api.invokeMethod(this, 'GetReviewedText', 1, [version], 4, 0);
  };
}
