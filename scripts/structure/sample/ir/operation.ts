export interface Operation {
  readonly id: string;
  readonly notes: string;
}

export interface Slot {
  readonly unread: string;
}

/** No part of the model. */
export interface Setting {
  readonly unread: string;
}
