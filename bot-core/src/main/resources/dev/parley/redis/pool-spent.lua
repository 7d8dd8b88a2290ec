-- Notes what a tenant has spent of the whole bot's limits, each a unit and an amount, and says of each unit
-- what all tenants have spent, and what they have been given. What is spent only grows, so the larger one
-- of two reports is the later.
local tenant, expires = ARGV[1], ARGV[2]
local pool = KEYS[1]
local US = '\31'

local answer = {}
for i = 3, #ARGV, 2 do
  local unit, spent = ARGV[i], tonumber(ARGV[i + 1])
  local all = unit .. '-spent'
  local more = spent - tonumber(redis.call('HGET', pool, all .. US .. tenant) or '0')
  if more > 0 then
    redis.call('HINCRBY', pool, all, string.format('%.0f', more))
    redis.call('HSET', pool, all .. US .. tenant, string.format('%.0f', spent))
    redis.call('PEXPIREAT', pool, expires)
  end
  answer[#answer + 1] = redis.call('HGET', pool, all) or '0'
  answer[#answer + 1] = redis.call('HGET', pool, unit) or '0'
end
return answer
