import { AccountStore } from './accounts.ts';
import { ActivityStore } from './activity.ts';
import { AlikeStore } from './alike.ts';
import { AwaitedStore } from './awaited.ts';
import { BatchStore } from './batches.ts';
import { ChannelStore } from './channels.ts';
import { ConnectionStore } from './connections.ts';
import { CounterStore } from './counters.ts';
import { CursorStore } from './cursors.ts';
import { DirtyKeyStore } from './dirty-keys.ts';
import { HookStore } from './hooks.ts';
import { IncidentStore } from './incidents.ts';
import { LevelStore } from './levels.ts';
import { LinkStore } from './links.ts';
import { MetaStore } from './meta.ts';
import { NumberStore } from './numbers.ts';
import { OpenTasks } from './open-tasks.ts';
import { RevisionStore } from './revisions.ts';
import { SnapshotStore } from './snapshots.ts';
import type { Sql } from './sql.ts';
import { StepStore } from './steps.ts';
import { TaskStore } from './tasks.ts';

/** Everything an integration keeps. */
export class Stores {
  readonly meta: MetaStore;
  readonly accounts: AccountStore;
  readonly connections: ConnectionStore;
  readonly tasks: TaskStore;
  readonly openTasks: OpenTasks;
  readonly links: LinkStore;
  readonly steps: StepStore;
  readonly activity: ActivityStore;
  readonly cursors: CursorStore;
  readonly snapshots: SnapshotStore;
  readonly hooks: HookStore;
  readonly counters: CounterStore;
  readonly incidents: IncidentStore;
  readonly channels: ChannelStore;
  readonly numbers: NumberStore;
  readonly alike: AlikeStore;
  readonly dirty: DirtyKeyStore;
  readonly levels: LevelStore;
  readonly batches: BatchStore;
  readonly awaited: AwaitedStore;
  readonly revisions: RevisionStore;

  constructor(readonly sql: Sql) {
    this.meta = new MetaStore(sql);
    this.accounts = new AccountStore(sql);
    this.connections = new ConnectionStore(sql);
    this.tasks = new TaskStore(sql);
    this.openTasks = new OpenTasks(sql, () => this.tasks.running);
    this.links = new LinkStore(sql);
    this.steps = new StepStore(sql);
    this.activity = new ActivityStore(sql);
    this.cursors = new CursorStore(sql);
    this.snapshots = new SnapshotStore(sql);
    this.hooks = new HookStore(sql);
    this.counters = new CounterStore(sql);
    this.incidents = new IncidentStore(sql);
    this.channels = new ChannelStore(sql);
    this.numbers = new NumberStore(sql);
    this.alike = new AlikeStore(sql);
    this.dirty = new DirtyKeyStore(sql);
    this.levels = new LevelStore(sql);
    this.batches = new BatchStore(sql);
    this.awaited = new AwaitedStore(sql);
    this.revisions = new RevisionStore(sql);
  }
}
