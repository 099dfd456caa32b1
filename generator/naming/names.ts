import type { Name, NameTable } from "../ir/names.js";
import type { Address } from "../ir/node.js";

/** Looks names up by address; asking for an address that was never named is a bug of ours. */
export class Names {
  private readonly byAddress: ReadonlyMap<Address, Name>;

  constructor(readonly table: NameTable) {
    this.byAddress = new Map(table.names.map((name) => [name.address, name]));
  }

  of(address: Address): string {
    const name = this.byAddress.get(address);
    if (name === undefined) throw new Error(`nothing is named at ${address}`);
    return name.spelled;
  }

  has(address: Address): boolean {
    return this.byAddress.has(address);
  }
}
