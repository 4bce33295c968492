/** From this seed on every run is of a catalogue; below are those of orders and rings. */
export const firstCatalogue = 1_000_000;
