/** Facts about products that make no variants (sheet 6.8). */
export interface PropertyGroup {
  readonly id: number;
  readonly name: string;
}

export interface Property {
  readonly id: number;
  readonly groupId: number;
  readonly parent: number | null;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  readonly icon: string | null;
  readonly type: string;
}

export interface PropertyOption {
  readonly id: number;
  readonly propertyId: number;
  readonly name: string;
  readonly position: number;
}
