-- Has a tenant looked at from a time on, or earlier.
redis.call('ZADD', tenants, 'LT', at(tonumber(ARGV[2])), ARGV[1])
return 'woken'
