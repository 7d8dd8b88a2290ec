-- Sets when a tenant is looked at again by whom it was looked at last, unless others called for it since.
local tenant, mark, millis = ARGV[1], ARGV[2], tonumber(ARGV[3])
local score = redis.call('ZSCORE', tenants, tenant)
if score and tonumber(score) == tonumber(mark) then
  redis.call('ZADD', tenants, at(millis), tenant)
else
  wake(tenant, millis)
end
return 'settled'
