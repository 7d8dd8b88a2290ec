-- Hands the whole bot's limit out to tenants. KEYS[1] holds, for each tenant, what it has and the epoch
-- of that: it grows whenever the tenant gave something back, so what was asked for before is refused.
local tenant, unit, cap, epoch = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local has, wanted, expires = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local pool = KEYS[1]
local US = '\31'

local known = redis.call('HGET', pool, unit .. US .. tenant)
local knownEpoch, knownAmount = 0, 0
if known then
  knownEpoch, knownAmount = known:match('^(%d+) (%d+)$')
  knownEpoch, knownAmount = tonumber(knownEpoch), tonumber(knownAmount)
end
if epoch < knownEpoch then
  return { 'stale' }
end
local total = tonumber(redis.call('HGET', pool, unit) or '0')
if epoch > knownEpoch then
  total = total - knownAmount + has
  knownAmount = has
end
local amount = math.max(knownAmount, math.min(wanted, knownAmount + math.max(0, cap - total)))
total = total + amount - knownAmount
redis.call('HSET', pool, unit, string.format('%.0f', total),
  unit .. US .. tenant, string.format('%.0f %.0f', epoch, amount))
redis.call('PEXPIREAT', pool, expires)
return { 'has', string.format('%.0f', amount) }
