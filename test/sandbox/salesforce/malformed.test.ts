/** Whatever is sent: an answer of the API, never an error of the stand-in; and nothing is written by halves. */
import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
