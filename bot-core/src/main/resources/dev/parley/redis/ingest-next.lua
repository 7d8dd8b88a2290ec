-- The tenant to look at next. It is another's to look at only if this one does not come back in time.
local now, hold = tonumber(ARGV[1]), tonumber(ARGV[2])
local last = string.format('%.0f', now * 1000 + 999)
local tenant = redis.call('ZRANGEBYSCORE', tenants, '-inf', last, 'LIMIT', 0, 1)[1]
if not tenant then
  return {}
end
local held = at(now + hold)
redis.call('ZADD', tenants, held, tenant)
return { tenant, held }
