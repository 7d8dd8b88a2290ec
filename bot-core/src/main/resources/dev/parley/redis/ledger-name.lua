-- Who stands behind a number of the ledger.
return redis.call('HGET', tenant .. ':people', ARGV[1]) or ''
