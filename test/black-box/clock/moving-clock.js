/** Time that can be moved on. Evaluated before the Worker, which so never sees another clock. */
const RealDate = Date;
let movedMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + movedMs] : given));
  }

  static now() {
    return RealDate.now() + movedMs;
  }
};

export function move(ms) {
  movedMs += ms;
}

/** Alarms are set by the moved clock, and kept by the real one. */
export function moveAlarms(storage) {
  const prototype = Object.getPrototypeOf(storage);
  if (prototype.alarmsMoved) return;
  const { setAlarm, getAlarm } = prototype;
  prototype.alarmsMoved = true;
  prototype.setAlarm = function (at, ...rest) {
    return setAlarm.call(this, Number(at) - movedMs, ...rest);
  };
  prototype.getAlarm = async function (...given) {
    const at = await getAlarm.apply(this, given);
    return at === null ? null : at + movedMs;
  };
}
