/** Whether the books have something else of an order than the shop says, or may have. Amounts of up to 15 digits are told apart exactly. */
export const differs = `(ifnull(CAST(booked AS REAL), 0) <> ifnull(CAST(gross AS REAL), 0)
  OR ifnull(CAST(credited AS REAL), 0) <> ifnull(CAST(refunded AS REAL), 0)
  OR CAST(booked_vat AS REAL) <> CAST(vat AS REAL) OR made IS NOT NULL)`;
/** As the index `register_apart` has it: whoever reads by that index says just this. */
export const isApart = `currency IS NOT NULL AND rest IN ('booked', 'credited') AND ${differs}`;

/**
 * The migration that keeps what really came out of a document, or of its last credit, as the link tells it (`made`), for as long as no person has seen
 * to it. It stood in the task's problem alone, and was forgotten as soon as the task had another one. Orders of which only the VAT differs are found by
 * the index too.
 *
 * It also keeps to the millisecond when an order was booked. Kept to the second, one that was booked in the second of its sale looked like a
 * document that stood in the books already, whose moment is that of the sale; so it was missing from the times to the books.
 */
export const registerAsMade = `
  ALTER TABLE register ADD COLUMN made TEXT;
  UPDATE register SET made = known.made
    FROM (SELECT 'orders:' || source || ':' || target AS flow, key, facts ->> '$.made' AS made FROM links
      WHERE record = 'order' AND facts ->> '$.made' IS NOT NULL) AS known
    WHERE register.flow = known.flow AND register.key = known.key;
  DROP INDEX register_apart;
  CREATE INDEX register_apart ON register (day, at) WHERE ${isApart};
  DROP TRIGGER register_linked;
  CREATE TRIGGER register_linked AFTER INSERT ON links WHEN NEW.record = 'order'
  BEGIN
    UPDATE register SET
        open = nullif(open, 'queued'), reason = NULL, target_id = NEW.target_id,
        rest = iif(CAST(NEW.facts ->> '$.gross' AS REAL) > 0
          AND CAST(NEW.facts ->> '$.credited' AS REAL) >= CAST(NEW.facts ->> '$.gross' AS REAL), 'credited', 'booked'),
        target_number = NEW.facts ->> '$.number', booked = NEW.facts ->> '$.gross',
        booked_vat = NEW.facts ->> '$.vat', credited = NEW.facts ->> '$.credited', made = NEW.facts ->> '$.made',
        booked_at = CAST(round(unixepoch(NEW.facts ->> '$.bookedAt', 'subsec') * 1000) AS INTEGER)
      WHERE flow = 'orders:' || NEW.source || ':' || NEW.target AND key = NEW.key AND (
        target_id IS NOT NEW.target_id OR target_number IS NOT NEW.facts ->> '$.number'
        OR booked IS NOT NEW.facts ->> '$.gross' OR booked_vat IS NOT NEW.facts ->> '$.vat'
        OR credited IS NOT NEW.facts ->> '$.credited' OR made IS NOT NEW.facts ->> '$.made');
  END;
  DROP TRIGGER register_unlinked;
  CREATE TRIGGER register_unlinked AFTER DELETE ON links WHEN OLD.record IN ('order', 'receipt')
  BEGIN
    UPDATE register SET rest = NULL, target_id = NULL, target_number = NULL, booked_at = NULL,
        booked = NULL, booked_vat = NULL, credited = NULL, made = NULL
      WHERE flow = 'orders:' || OLD.source || ':' || OLD.target AND key = OLD.key AND target_id = OLD.target_id;
  END;
  DELETE FROM register_days;
`;
