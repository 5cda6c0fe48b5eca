import Database from 'libsql';

/** Rows of the table; a query that wants more begins again at the first one. */
export const tableRows = 2 ** 16;

/** Multiplier and shift of the amounts, so that anyone can compute them again. */
const spread = 2_654_435_761;

/** One connection to the database. */
export interface Connection {
  /**
   * Reads `rows` rows one after the other, beginning at the one that the seed names, and sums up a column.
   * @returns an unsigned 32-bit checksum of the sums
   */
  sum(rows: number, seed: number): number;
  close(): void;
}

/**
 * Creates the database in the file and fills it: the same rows on every machine. WAL, as a server would have it.
 * @throws Error with a code of SQLite, e.g. SQLITE_CANTOPEN or SQLITE_FULL
 */
export function createDatabase(file: string): void {
  const database = new Database(file);
  try {
    database.pragma('journal_mode = WAL');
    database.exec(`
      CREATE TABLE sales (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT NOT NULL);
      INSERT INTO sales
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${tableRows})
        SELECT n, (n * ${spread} >> 7) & 1048575, printf('sale %06d of the day', n) FROM numbers;
    `);
    // So that readers find the rows in the file itself, not in the log beside it.
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/** Opens a connection to a database that is there already. */
export function openConnection(file: string): Connection {
  const database = new Database(file);
  database.pragma('query_only = ON');
  const select = database.prepare('SELECT sum(amount + length(note)) AS total FROM sales WHERE id BETWEEN ? AND ?');
  return {
    sum(rows, seed) {
      let checksum = 0x811c9dc5 | 0;
      let first = ((seed >>> 0) % tableRows) + 1;
      for (let left = rows; left > 0;) {
        const taken = Math.min(left, tableRows - first + 1);
        const { total } = select.get(first, first + taken - 1) as { readonly total: number };
        // FNV-1a over the two halves: a sum of a whole table has up to 36 bits.
        checksum = Math.imul(checksum ^ (total >>> 0), 0x01000193);
        checksum = Math.imul(checksum ^ Math.floor(total / 2 ** 32), 0x01000193);
        left -= taken;
        first = 1;
      }
      return checksum >>> 0;
    },
    close: () => {
      database.close();
    },
  };
}
