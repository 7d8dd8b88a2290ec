-- What the scripts share that choose the tenant whose documents are read in next. KEYS[1] is a sorted set of
-- all tenants by the time from which on each is to be looked at. No two have the same: who was looked at
-- comes behind all that are due, and whoever calls for a tenant leaves a mark.
local tenants = KEYS[1]

local function at(millis)
  local turn = redis.call('INCR', tenants .. ':turn')
  return string.format('%.0f', millis * 1000 + turn % 1000)
end

-- Has a tenant looked at from a time on, or earlier.
local function wake(tenant, millis)
  local before = redis.call('ZSCORE', tenants, tenant)
  local earlier = before and math.floor(tonumber(before) / 1000) or millis
  redis.call('ZADD', tenants, at(math.min(earlier, millis)), tenant)
end
