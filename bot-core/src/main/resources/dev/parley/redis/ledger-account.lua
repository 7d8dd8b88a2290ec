-- The number that stands for a person in the ledger, and the first row that was noted as somebody's.
return {
  redis.call('HGET', tenant .. ':accounts', ARGV[1]) or '',
  redis.call('GET', tenant .. ':noted-since') or '',
}
