/** The way in of a built Worker whose clock can be moved: `POST /__clock` with how many milliseconds. */
import { move, moveAlarms } from './moving-clock.js';
import * as worker from './worker.js';

function moved(Class) {
  return class extends Class {
    constructor(context, env) {
      moveAlarms(context.storage);
      super(context, env);
    }
  };
}

class None {}

export const IntegrationObject = moved(worker.IntegrationObject ?? None);
export const DirectoryObject = worker.DirectoryObject ?? None;
export const HouseObject = moved(worker.HouseObject ?? None);
export const World = moved(worker.World ?? None);

export default {
  ...worker.default,
  async fetch(request, ...rest) {
    if (new URL(request.url).pathname !== '/__clock') return worker.default.fetch(request, ...rest);
    move(Number(await request.text()));
    return new Response(null);
  },
};
