import { HostError } from './faults';
import { ApplicationThing, DocumentThing } from './things/documents';
import type { Thing, World } from './things/thing';

/** What the object model sends: paths to objects, and what is to be done with them. */
export interface Request {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, Path>;
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: { Arguments?: unknown[] };
  QueryInfo?: { Select?: string[]; Top?: number; Skip?: number };
}

interface Path {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: { Arguments?: unknown[] };
}

/** The answer to a request. */
export interface Answer {
  Results: { ActionId: number; Value: unknown }[];
  Error?: { Code: string; Message: string; Location: string };
}

const act = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 };
const path = { root: 1, made: 2, method: 3, property: 4, index: 5, reference: 6, none: 7 };
const changes = /^(Insert|Delete|Clear|Add|Open)/;

/** Carries out what the object model asks, as Word does: in order, stopping at the first fault; what was done before stays done. */
export class Executor {
  private readonly references = new Map<string, Thing>();
  private next = 0;

  constructor(private readonly world: World) {}

  /** Whether a request only gives references back, as the end of `Word.run` does. */
  static isCleanUp(request: Request): boolean {
    return request.Actions.every((one) => one.ActionType === act.instantiate || one.Name === '_RemoveReference');
  }

  /** How many references the other side holds. */
  get held(): number {
    return this.references.size;
  }

  /** @param budget How many changes are made before the host fails; none for no such fault. */
  run(request: Request, budget = Infinity, code = 'GeneralException'): Answer {
    const found = new Map<number, Thing | null>();
    const spend = (name: string) => {
      if (changes.test(name) && budget-- <= 0) throw new HostError(code, 'the host fails half-way');
    };
    const results: Answer['Results'] = [];
    let doing = '';
    try {
      for (const action of request.Actions) {
        doing = action.Name;
        const thing = this.find(action.ObjectPathId, request, found, spend);
        const value = this.act(action, thing, request, spend);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      }
      // One that was to fail fails at the end at the latest.
      if (budget !== Infinity) throw new HostError(code, 'the host fails at the end');
      return { Results: results };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { Results: [], Error: { Code: error.code, Message: error.message, Location: doing } };
    }
  }

  private act(action: Action, thing: Thing | null, request: Request, spend: (name: string) => void): unknown {
    const args = action.ArgumentInfo?.Arguments ?? [];
    if (action.ActionType === act.trace) return undefined;
    if (action.ActionType === act.instantiate) return thing && identity(thing);
    if (action.ActionType === act.query) return thing && this.load(thing, action.QueryInfo ?? {}, request.AutoKeepReference === true);
    if (action.Name === '_RemoveReference') return void this.references.delete(String(args[0]));
    if (action.Name === '_KeepReference') return thing && this.keep(thing);
    if (!thing) throw new HostError('ItemNotFound', `${action.Name} of what is not there`);
    if (action.ActionType === act.set) {
      spend('Insert');
      thing.set(action.Name, args[0]);
      return undefined;
    }
    if (action.ActionType !== act.method) throw new HostError('NotImplemented', String(action.ActionType));
    spend(action.Name);
    return thing.call(action.Name, args) ?? null;
  }

  private find(id: number, request: Request, found: Map<number, Thing | null>, spend: (name: string) => void): Thing | null {
    const known = found.get(id);
    if (known !== undefined) return known;
    const info = request.ObjectPaths[String(id)];
    if (!info) throw new HostError('InvalidObjectPath');
    const thing = this.walk(info, request, found, spend);
    found.set(id, thing);
    return thing;
  }

  private walk(info: Path, request: Request, found: Map<number, Thing | null>, spend: (name: string) => void): Thing | null {
    const args = info.ArgumentInfo?.Arguments ?? [];
    switch (info.ObjectPathType) {
      case path.root:
        return new DocumentThing(this.world);
      case path.made:
        if (info.Name !== 'Microsoft.WordServices.Application') throw new HostError('NotImplemented', info.Name);
        return new ApplicationThing(this.world);
      case path.reference: {
        const kept = this.references.get(info.Name);
        if (!kept) throw new HostError('InvalidReference', info.Name);
        return kept;
      }
      case path.none:
        return null;
      default: {
        const parent = this.find(info.ParentObjectPathId ?? 0, request, found, spend);
        if (!parent) return null;
        if (info.ObjectPathType === path.index) return parent.at(args[0]);
        spend(info.Name);
        return parent.lead(info.Name, args);
      }
    }
  }

  private load(thing: Thing, query: NonNullable<Action['QueryInfo']>, keeps: boolean): unknown {
    const items = thing.items();
    if (!items) return { ...thing.load(query.Select ?? []), ...identity(thing) };
    const from = query.Skip ?? 0;
    const wanted = items.slice(from, query.Top === undefined ? undefined : from + query.Top);
    return {
      ...identity(thing),
      _Items: wanted.map((one) => {
        if (keeps) this.keep(one);
        return { ...one.load(query.Select ?? []), ...identity(one) };
      }),
    };
  }

  private keep(thing: Thing): null {
    if (thing.reference === '') {
      thing.reference = `r${++this.next}`;
      this.references.set(thing.reference, thing);
    }
    return null;
  }
}

function identity(thing: Thing): Record<string, unknown> {
  return thing.reference === '' ? {} : { _ReferenceId: thing.reference };
}
