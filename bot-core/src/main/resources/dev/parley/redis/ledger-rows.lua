-- Rows of the ledger after one of them, oldest first.
return redis.call('XRANGE', tenant .. ':ledger', ARGV[1], ARGV[2], 'COUNT', ARGV[3])
