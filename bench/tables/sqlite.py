"""Fills a database of SQLite with links, a row for each and an index for each direction, and looks lists up.

Standard input: a line with source and target for each link, an empty line, and a line for each source to be looked up.
"""

import json
import os
import sqlite3
import sys
import time

path = sys.argv[1]
lines = iter(sys.stdin.readline, "\n")
database = sqlite3.connect(path)
database.execute("PRAGMA journal_mode = OFF")
database.execute("PRAGMA synchronous = OFF")
database.execute("CREATE TABLE links (source INTEGER, target INTEGER, PRIMARY KEY (source, target)) WITHOUT ROWID")
database.executemany("INSERT INTO links VALUES (?, ?)", (line.split() for line in lines))
database.execute("CREATE INDEX backward ON links (target, source)")
database.commit()

sources = [int(line) for line in sys.stdin]
select = "SELECT target FROM links WHERE source = ? ORDER BY target DESC"
begun = time.process_time()
found = sum(len(database.execute(select, (source,)).fetchall()) for source in sources)
seconds = time.process_time() - begun
print(json.dumps({"found": found, "listsPerSecond": len(sources) / seconds, "bytes": os.path.getsize(path)}))
