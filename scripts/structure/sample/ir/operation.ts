export interface Operation {
  readonly id: string;
  readonly notes: string;
}

export interface Slot {
  readonly unread: string;
}
