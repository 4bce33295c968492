/** A customer, an address and a company as the stand-in keeps them. */
export interface Address {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly provinceCode: string | null;
  readonly countryCode: string | null;
  readonly phone: string | null;
}

export interface Customer {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly taxExempt: boolean;
  readonly taxExemptions: readonly string[];
  readonly locale: string;
  readonly state: 'DISABLED' | 'ENABLED' | 'INVITED' | 'DECLINED';
  /** The first is the default one. */
  readonly addresses: readonly Address[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly note: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly contacts: readonly {
    readonly id: string;
    readonly customerId: string;
    readonly title: string | null;
  }[];
  readonly locations: readonly CompanyLocation[];
}

export interface CompanyLocation {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly note: string | null;
  readonly phone: string | null;
  readonly billing: Address | null;
  readonly shipping: Address | null;
  readonly taxExempt: boolean;
  readonly taxRegistrationId: string | null;
}
