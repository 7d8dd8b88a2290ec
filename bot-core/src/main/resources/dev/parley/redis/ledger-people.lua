-- Who stands behind the numbers of the ledger.
return redis.call('HGETALL', tenant .. ':people')
