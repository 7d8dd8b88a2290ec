-- Sets when a tenant is looked at again by whom it was held for; others may have asked for an earlier time.
local tenant, held, millis = ARGV[1], ARGV[2], tonumber(ARGV[3])
local score = redis.call('ZSCORE', tenants, tenant)
if score and tonumber(score) == tonumber(held) then
  redis.call('ZADD', tenants, at(millis), tenant)
else
  redis.call('ZADD', tenants, 'LT', at(millis), tenant)
end
return 'settled'
