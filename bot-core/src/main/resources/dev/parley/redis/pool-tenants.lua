-- The tenants that have a portion of the whole bot's limit.
local unit = ARGV[1] .. '\31'
local tenants = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if field:sub(1, #unit) == unit then
    tenants[#tenants + 1] = field:sub(#unit + 1)
  end
end
return tenants
