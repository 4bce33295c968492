/**
 * The migration that keeps to the millisecond when an order was booked. Kept to the second, one that was booked in the second of its sale looked
 * like a document that stood in the books already, whose moment is that of the sale; so it was missing from the times to the books.
 */
export const registerBookedAt = `
  DROP TRIGGER register_linked;
  CREATE TRIGGER register_linked AFTER INSERT ON links WHEN NEW.record = 'order'
  BEGIN
    UPDATE register SET
        open = nullif(open, 'queued'), reason = NULL, target_id = NEW.target_id,
        rest = iif(CAST(NEW.facts ->> '$.gross' AS REAL) > 0
          AND CAST(NEW.facts ->> '$.credited' AS REAL) >= CAST(NEW.facts ->> '$.gross' AS REAL), 'credited', 'booked'),
        target_number = NEW.facts ->> '$.number', booked = NEW.facts ->> '$.gross',
        booked_vat = NEW.facts ->> '$.vat', credited = NEW.facts ->> '$.credited',
        booked_at = CAST(round(unixepoch(NEW.facts ->> '$.bookedAt', 'subsec') * 1000) AS INTEGER)
      WHERE flow = 'orders:' || NEW.source || ':' || NEW.target AND key = NEW.key AND (
        target_id IS NOT NEW.target_id OR target_number IS NOT NEW.facts ->> '$.number'
        OR booked IS NOT NEW.facts ->> '$.gross' OR booked_vat IS NOT NEW.facts ->> '$.vat'
        OR credited IS NOT NEW.facts ->> '$.credited');
  END;
`;
