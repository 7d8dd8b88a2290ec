-- A field of a hash of the tenant, or nothing.
return redis.call('HGET', tenant .. ':' .. ARGV[1], ARGV[2]) or ''
