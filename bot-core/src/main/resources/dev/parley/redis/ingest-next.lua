-- The tenant to look at next. It stays due until it was seen that nothing is.
local now = tonumber(ARGV[1])
local last = string.format('%.0f', now * 1000 + 999)
local tenant = redis.call('ZRANGEBYSCORE', tenants, '-inf', last, 'LIMIT', 0, 1)[1]
if not tenant then
  return {}
end
local mark = at(now)
redis.call('ZADD', tenants, mark, tenant)
return { tenant, mark }
